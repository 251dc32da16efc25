package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;

/**
 * A message was understood better than at first. It carries the message again: rules may look at all of it, and the routing
 * state does not keep it.
 */
public final class Reclassify implements Command {
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
        return 2 * Long.BYTES + AnalysisBlock.BYTES + message.encodedBytes();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(messageSequence);
        AnalysisBlock.write(modelVersion, analysis, out);
        message.write(out);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        messageSequence = in.readLong();
        modelVersion = AnalysisBlock.read(in, analysis);
        message.read(in);
    }
}
