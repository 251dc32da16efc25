package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;

/**
 * The API gives a waiting conversation attributes and a priority, until it is closed, in place of what it gave before. The
 * command carries the last message: rules look at all of it, and the routing state does not keep it.
 */
public final class UpdateAttributes implements ConversationCommand {
    /** Where a priority could stand: the rules say which. */
    public static final int BY_RULES = -1;

    /** What the attributes of a conversation may take, see {@link Attributes}. */
    public static final int MAX_ATTRIBUTES_BYTES = 8 << 10;

    /** The conversation's id. */
    public long conversation;

    /** 0 to 1000, or {@link #BY_RULES}. */
    public int priority = BY_RULES;

    /** Keys and values one after the other, each behind its length; they come before those of messages. */
    public final Bytes attributes = new Bytes();

    /** The version of the model that understood the message. */
    public long modelVersion;

    /** What it understood; labels are stable numbers. */
    public final Analysis analysis = new Analysis();

    /** The conversation's last message as it came. */
    public final ReceiveMessage message = new ReceiveMessage();

    private final Postscript postscript = new Postscript();

    @Override
    public Postscript postscript() {
        return postscript;
    }

    @Override
    public CommandKind kind() {
        return CommandKind.UPDATE_ATTRIBUTES;
    }

    @Override
    public int encodedBytes() {
        return 16 + attributes.length() + AnalysisBlock.BYTES + message.encodedBytes() + postscript.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(priority);
        out.writeBytes(attributes);
        AnalysisBlock.write(modelVersion, analysis, out);
        message.write(out);
        postscript.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        priority = in.readInt();
        in.readBytes(attributes);
        modelVersion = AnalysisBlock.read(in, analysis);
        message.read(in);
        postscript.read(in);
    }
}
