package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An assigned conversation goes to a queue, or to another agent first. */
public final class TransferConversation implements ConversationCommand {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    /** The queue's id; empty to stay in the one it came from. */
    public final Bytes queue = new Bytes();

    /** The agent to prefer; empty for none. */
    public final Bytes toAgent = new Bytes();

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.TRANSFER;
    }

    @Override
    public int encodedBytes() {
        return 20 + agent.length() + queue.length() + toAgent.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        out.writeBytes(queue);
        out.writeBytes(toAgent);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        in.readBytes(queue);
        in.readBytes(toAgent);
        postscript.read(in);
    }
}
