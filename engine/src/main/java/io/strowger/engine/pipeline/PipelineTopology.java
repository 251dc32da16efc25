package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;

/** The whole wiring of the stages, in one method. */
final class PipelineTopology {
    private PipelineTopology() {}

    /** The analyzers of a topology, still without models: one where one thread analyzes and decides, else so many. */
    static AnalyzeHandler[] analyzers(Topology topology, int analyzers) {
        AnalyzeHandler[] handlers = new AnalyzeHandler[topology == Topology.COMPACT ? 1 : analyzers];
        for (int ordinal = 0; ordinal < handlers.length; ordinal++) {
            handlers[ordinal] = new AnalyzeHandler(ordinal, handlers.length);
        }
        return handlers;
    }

    /** Wires the stages in the order analyze, decide, commit, complete. */
    static void wire(
            Disruptor<RoutingEvent> disruptor,
            Topology topology,
            PatientWaitStrategy waiting,
            AnalyzeHandler[] analyze,
            DecideHandler decide,
            CommitHandler commit,
            CompleteHandler complete) {
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        if (topology == Topology.COMPACT) {
            disruptor
                    .handleEventsWith(new StageProgress<>(
                            new AnalyzeThenDecide(analyze[0], decide), ring, waiting, StageProgress.COMPACT_WAKE_EVERY))
                    .then(new CommitThenComplete(ring, commit, complete));
            return;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a parameterized type cannot be made otherwise
        EventHandler<RoutingEvent>[] analyzing = new EventHandler[analyze.length];
        for (int ordinal = 0; ordinal < analyze.length; ordinal++) {
            analyzing[ordinal] = new StageProgress<>(analyze[ordinal], ring, waiting, 1);
        }
        disruptor
                .handleEventsWith(analyzing)
                .then(new StageProgress<>(decide, ring, waiting, 1))
                .then(new StageProgress<>(commit, ring, waiting, 1))
                .then(complete);
    }
}
