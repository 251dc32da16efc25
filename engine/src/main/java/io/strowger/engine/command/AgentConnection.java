package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent's session was opened or lost. */
public final class AgentConnection implements Command {
    /** The agent's id. */
    public final Bytes agent = new Bytes();

    /** Whether a session is open now. */
    public boolean connected;

    @Override
    public CommandKind kind() {
        return CommandKind.AGENT_CONNECTION;
    }

    @Override
    public int encodedBytes() {
        return 5 + agent.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeBoolean(connected);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        connected = in.readBoolean();
    }
}
