package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;
import io.strowger.models.Head;

/**
 * A message was understood better than at first. It carries the message again: rules may look at all of it, and the routing
 * state does not keep it.
 */
public final class Reclassify implements Command {
    private static final int ANALYSIS_BYTES = Long.BYTES + Head.count() * 2 * Short.BYTES + Short.BYTES;

    /** The conversation's id. */
    public long conversation;

    /** The sequence of the message's record. */
    public long messageSequence;

    /** The version of the model that answers now. */
    public long modelVersion;

    /** What it answers; labels are stable numbers. */
    public final Analysis analysis = new Analysis();

    /** The message as it came. */
    public final ReceiveMessage message = new ReceiveMessage();

    @Override
    public CommandKind kind() {
        return CommandKind.RECLASSIFY;
    }

    @Override
    public int encodedBytes() {
        return 2 * Long.BYTES + ANALYSIS_BYTES + message.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(messageSequence);
        out.writeLong(modelVersion);
        for (int code = 0; code < Head.count(); code++) {
            Head head = Head.ofCode(code);
            out.writeShort(analysis.label(head));
            out.writeShort(analysis.confidence(head));
        }
        out.writeShort(analysis.sentimentScore());
        message.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        messageSequence = in.readLong();
        modelVersion = in.readLong();
        for (int code = 0; code < Head.count(); code++) {
            analysis.set(Head.ofCode(code), in.readShort(), in.readShort());
        }
        analysis.sentimentScore(in.readShort());
        message.read(in);
    }
}
