package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;

/** Two stages on one thread: each event is analyzed and decided before the next. */
final class AnalyzeThenDecide implements EventHandler<RoutingEvent> {
    private final AnalyzeHandler analyze;
    private final DecideHandler decide;

    AnalyzeThenDecide(AnalyzeHandler analyze, DecideHandler decide) {
        this.analyze = analyze;
        this.decide = decide;
    }

    @Override
    public void setSequenceCallback(Sequence sequenceCallback) {
        decide.setSequenceCallback(sequenceCallback);
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        analyze.onEvent(event, sequence, endOfBatch);
        decide.onEvent(event, sequence, endOfBatch);
    }
}
