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

    /** Whether to take it only when nothing is assigned any more; until then the agent takes nothing new. */
    public boolean whenFree;

    @Override
    public CommandKind kind() {
        return CommandKind.SET_AGENT_STATUS;
    }

    @Override
    public int encodedBytes() {
        return 5 + agent.length() + (whenFree ? 1 : 0);
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeByte(status.code());
        if (whenFree) {
            out.writeBoolean(true);
        }
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        status = AgentStatus.ofCode(in.readByte());
        whenFree = in.remaining() > 0 && in.readBoolean();
    }
}
