package io.strowger.engine.command;

import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent declares a status. */
public final class SetAgentStatus implements Command {
    /** The agent's id. */
    public final Bytes agent = new Bytes();

    /** The status; never {@code NOT_RESPONDING}, which only the engine sets. */
    public AgentStatus status = AgentStatus.OFFLINE;

    @Override
    public CommandKind kind() {
        return CommandKind.SET_AGENT_STATUS;
    }

    @Override
    public int encodedBytes() {
        return 5 + agent.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeByte(status.code());
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        status = AgentStatus.ofCode(in.readByte());
    }
}
