package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation that no agent has is given up. */
public final class CancelConversation implements ConversationCommand {
    /** The conversation's id. */
    public long conversation;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.CANCEL;
    }

    @Override
    public int encodedBytes() {
        return 8 + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        postscript.read(in);
    }
}
