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

    /** Of a declined one: from when the agent may be asked again, epoch nanoseconds; 0 for the usual time. */
    public long retryAt;

    /** Why it was declined, UTF-8; empty for no reason given. */
    public final Bytes reason = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.ANSWER_OFFER;
    }

    @Override
    public int encodedBytes() {
        return 13 + agent.length() + (hasMore() ? 12 + reason.length() : 0);
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(offer);
        out.writeBoolean(accepted);
        if (hasMore()) {
            out.writeLong(retryAt);
            out.writeBytes(reason);
        }
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        offer = in.readLong();
        accepted = in.readBoolean();
        retryAt = 0;
        reason.clear();
        if (in.remaining() > 0) {
            retryAt = in.readLong();
            in.readBytes(reason);
        }
    }

    private boolean hasMore() {
        return retryAt != 0 || !reason.isEmpty();
    }
}
