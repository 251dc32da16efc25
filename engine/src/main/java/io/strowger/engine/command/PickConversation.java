package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent takes a waiting conversation from a queue that offers none. */
public final class PickConversation implements ConversationCommand {
    /** Where a conversation's id could stand: the first for this agent, by the order of the queues. */
    public static final long NEXT = 0;

    /** The agent's id. */
    public final Bytes agent = new Bytes();

    /** The conversation's id, or {@link #NEXT}. */
    public long conversation;

    /** The id of the queue from which the next one is taken; empty for any of the agent's. */
    public final Bytes queue = new Bytes();

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.PICK;
    }

    @Override
    public int encodedBytes() {
        return 16 + agent.length() + queue.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        out.writeBytes(queue);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        in.readBytes(queue);
        postscript.read(in);
    }
}
