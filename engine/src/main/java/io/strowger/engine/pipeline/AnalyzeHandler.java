package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import io.strowger.engine.command.CommandKind;
import io.strowger.models.TextAnalyzer;

/** The first stage: understands the texts of messages. One of {@code stride} analyzers that share the ring's sequences. */
final class AnalyzeHandler implements EventHandler<RoutingEvent> {
    /** What the models read of a text. */
    private static final int ANALYZED_BYTES = 4096;

    private final TextAnalyzer analyzer;
    private final long modelVersion;
    private final int ordinal;
    private final int stride;

    AnalyzeHandler(TextAnalyzer analyzer, int ordinal, int stride) {
        this.analyzer = analyzer;
        this.modelVersion = ModelVersions.number(analyzer.version());
        this.ordinal = ordinal;
        this.stride = stride;
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (event.kind != CommandKind.RECEIVE_MESSAGE || sequence % stride != ordinal) {
            return;
        }
        int textAt = event.command.position() - event.textLength;
        analyzer.analyze(event.command.array(), textAt, Math.min(event.textLength, ANALYZED_BYTES), event.analysis);
        event.modelVersion = modelVersion;
    }
}
