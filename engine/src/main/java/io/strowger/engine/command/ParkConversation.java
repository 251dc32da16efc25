package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A waiting conversation is set aside, or a parked one waits again. */
public final class ParkConversation implements Command {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    /** False to let it wait again. */
    public boolean parked;

    @Override
    public CommandKind kind() {
        return CommandKind.PARK;
    }

    @Override
    public int encodedBytes() {
        return 13 + agent.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        out.writeBoolean(parked);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        parked = in.readBoolean();
    }
}
