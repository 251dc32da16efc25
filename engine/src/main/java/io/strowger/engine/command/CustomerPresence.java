package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The customer of a waiting conversation left, or came back. */
public final class CustomerPresence implements ConversationCommand {
    /** The conversation's id. */
    public long conversation;

    /** False for left. */
    public boolean present;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.CUSTOMER_PRESENCE;
    }

    @Override
    public int encodedBytes() {
        return 9 + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeBoolean(present);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        present = in.readBoolean();
        postscript.read(in);
    }
}
