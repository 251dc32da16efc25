package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;
import io.strowger.models.Head;

/**
 * An analysis in a record, and in a command that brings one: the model's version, then a label number and a confidence a head, then the sentiment score.
 * Labels are the stable numbers of {@link io.strowger.engine.event.LabelsNamed}, {@link Analysis#NONE} for none.
 */
public final class AnalysisBlock {
    /** Bytes of the block. */
    public static final int BYTES = Long.BYTES + Head.count() * 2 * Short.BYTES + Short.BYTES;

    private AnalysisBlock() {}

    /** Writes an analysis whose labels are stable numbers. */
    public static void write(long modelVersion, Analysis analysis, ByteWriter out) {
        out.writeLong(modelVersion);
        for (int code = 0; code < Head.count(); code++) {
            Head head = Head.ofCode(code);
            out.writeShort(analysis.label(head));
            out.writeShort(analysis.confidence(head));
        }
        out.writeShort(analysis.sentimentScore());
    }

    /** Fills the analysis and returns the model's version, of which 0 stands for no analysis. */
    public static long read(ByteReader in, Analysis analysis) {
        long modelVersion = in.readLong();
        for (int code = 0; code < Head.count(); code++) {
            analysis.set(Head.ofCode(code), in.readShort(), in.readShort());
        }
        analysis.sentimentScore(in.readShort());
        return modelVersion;
    }
}
