package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent accepts or declines an offer. */
public final class AnswerOffer implements Command {
    /** The agent's id. */
    public final Bytes agent = new Bytes();

    /** The offer's id. */
    public long offer;

    /** False for declined. */
    public boolean accepted;

    @Override
    public CommandKind kind() {
        return CommandKind.ANSWER_OFFER;
    }

    @Override
    public int encodedBytes() {
        return 13 + agent.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(offer);
        out.writeBoolean(accepted);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        offer = in.readLong();
        accepted = in.readBoolean();
    }
}
