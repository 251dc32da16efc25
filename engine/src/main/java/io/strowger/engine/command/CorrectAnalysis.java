package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** Somebody says what a head should have answered for a message. */
public final class CorrectAnalysis implements Command {
    /** The agent's id; empty when the API asks. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    /** The journal sequence of the message. */
    public long message;

    /** The code of the {@link io.strowger.models.Head}. */
    public int head;

    /** The right label, UTF-8; no model need have it. */
    public final Bytes label = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.CORRECT;
    }

    @Override
    public int encodedBytes() {
        return 28 + agent.length() + label.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        out.writeLong(message);
        out.writeInt(head);
        out.writeBytes(label);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        message = in.readLong();
        head = in.readInt();
        in.readBytes(label);
    }
}
