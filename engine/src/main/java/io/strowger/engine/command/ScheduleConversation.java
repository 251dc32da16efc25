package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation that waits without an offer, or is set aside, begins to wait at an instant. */
public final class ScheduleConversation implements ConversationCommand {
    /** The conversation's id. */
    public long conversation;

    /** When, epoch nanoseconds. */
    public long startAt;

    /** Whether it is set aside then, until somebody has it wait. */
    public boolean manual;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.SCHEDULE;
    }

    @Override
    public int encodedBytes() {
        return 17 + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(startAt);
        out.writeBoolean(manual);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        startAt = in.readLong();
        manual = in.readBoolean();
        postscript.read(in);
    }
}
