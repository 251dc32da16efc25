package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent declares which kinds of channels to be left alone with for now, and what is going on; the status stays. */
public final class SetAgentAvailability implements Command {
    /** UTF-8 bytes that {@link #activity} may have. */
    public static final int MAX_ACTIVITY_BYTES = 256;

    /** The agent's id. */
    public final Bytes agent = new Bytes();

    /** Kinds that get no offers: a bit for each, at the position of its code. */
    public int pausedKinds;

    /** What the agent does, in the organization's own words, such as {@code lunch}; empty for nothing special. */
    public final Bytes activity = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.SET_AGENT_AVAILABILITY;
    }

    @Override
    public int encodedBytes() {
        return 12 + agent.length() + activity.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeInt(pausedKinds);
        out.writeBytes(activity);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        pausedKinds = in.readInt();
        in.readBytes(activity);
    }
}
