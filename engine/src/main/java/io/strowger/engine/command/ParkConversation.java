package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A waiting conversation is set aside, or a parked one waits again. */
public final class ParkConversation implements ConversationCommand {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    /** False to let it wait again. */
    public boolean parked;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.PARK;
    }

    @Override
    public int encodedBytes() {
        return 13 + agent.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        out.writeBoolean(parked);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        parked = in.readBoolean();
        postscript.read(in);
    }
}
