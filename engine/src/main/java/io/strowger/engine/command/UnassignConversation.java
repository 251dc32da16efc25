package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent gives a conversation back: it waits again in its place. */
public final class UnassignConversation implements Command {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    @Override
    public CommandKind kind() {
        return CommandKind.UNASSIGN;
    }

    @Override
    public int encodedBytes() {
        return 12 + agent.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
    }
}
