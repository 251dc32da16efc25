package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A supervisor gives a conversation to an agent, whatever capacity and skills say. */
public final class AssignConversation implements ConversationCommand {
    /** The conversation's id. */
    public long conversation;

    /** The id of the agent who gets it. */
    public final Bytes toAgent = new Bytes();

    /** Who forces it, for the audit: the subject of the token. */
    public final Bytes by = new Bytes();

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.ASSIGN;
    }

    @Override
    public int encodedBytes() {
        return 16 + toAgent.length() + by.length() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeBytes(toAgent);
        out.writeBytes(by);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        in.readBytes(toAgent);
        in.readBytes(by);
        postscript.read(in);
    }
}
