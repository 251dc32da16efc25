package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent gives a conversation back: it waits again in its place. */
public final class UnassignConversation implements ConversationCommand {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.UNASSIGN;
    }

    @Override
    public int encodedBytes() {
        return 12 + agent.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        postscript.read(in);
    }
}
