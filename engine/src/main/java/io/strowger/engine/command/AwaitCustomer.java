package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** The customer has to answer first: an assigned conversation rests with its agent and takes no capacity meanwhile. */
public final class AwaitCustomer implements Command {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    @Override
    public CommandKind kind() {
        return CommandKind.AWAIT_CUSTOMER;
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
