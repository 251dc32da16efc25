package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation that no agent has is given up. */
public final class CancelConversation implements Command {
    /** The conversation's id. */
    public long conversation;

    @Override
    public CommandKind kind() {
        return CommandKind.CANCEL;
    }

    @Override
    public int encodedBytes() {
        return 8;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
    }
}
