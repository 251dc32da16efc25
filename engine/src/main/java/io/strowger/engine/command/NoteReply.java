package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** The agent who has a conversation answered its customer: promised times to respond are met. */
public final class NoteReply implements ConversationCommand {
    /** The agent's id; empty when the API says so. */
    public final Bytes agent = new Bytes();

    /** The conversation's id. */
    public long conversation;

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.NOTE_REPLY;
    }

    @Override
    public int encodedBytes() {
        return 12 + agent.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(agent);
        out.writeLong(conversation);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(agent);
        conversation = in.readLong();
        postscript.read(in);
    }
}
