package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import io.strowger.models.TextAnalyzer;

/** The whole wiring of the stages, in one method. */
final class PipelineTopology {
    private PipelineTopology() {}

    /** Wires the stages in the order analyze, decide, commit, complete. */
    static void wire(
            Disruptor<RoutingEvent> disruptor,
            Topology topology,
            PatientWaitStrategy waiting,
            TextAnalyzer analyzer,
            int analyzers,
            DecideHandler decide,
            CommitHandler commit,
            CompleteHandler complete) {
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        if (topology == Topology.COMPACT) {
            disruptor
                    .handleEventsWith(new StageProgress<>(
                            new AnalyzeThenDecide(new AnalyzeHandler(analyzer, 0, 1), decide),
                            ring,
                            waiting,
                            StageProgress.COMPACT_WAKE_EVERY))
                    .then(new CommitThenComplete(ring, commit, complete));
            return;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a parameterized type cannot be made otherwise
        EventHandler<RoutingEvent>[] analyzing = new EventHandler[analyzers];
        for (int ordinal = 0; ordinal < analyzers; ordinal++) {
            analyzing[ordinal] =
                    new StageProgress<>(new AnalyzeHandler(analyzer.fork(), ordinal, analyzers), ring, waiting, 1);
        }
        disruptor
                .handleEventsWith(analyzing)
                .then(new StageProgress<>(decide, ring, waiting, 1))
                .then(new StageProgress<>(commit, ring, waiting, 1))
                .then(complete);
    }
}
