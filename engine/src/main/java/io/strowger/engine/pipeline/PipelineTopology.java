package io.strowger.engine.pipeline;

import com.lmax.disruptor.dsl.Disruptor;
import io.strowger.models.TextAnalyzer;

/** The whole wiring of the stages, in one method. */
final class PipelineTopology {
    private PipelineTopology() {}

    /** Wires the stages in the order analyze, decide, commit, complete. */
    static void wire(
            Disruptor<RoutingEvent> disruptor,
            Topology topology,
            TextAnalyzer analyzer,
            int analyzers,
            DecideHandler decide,
            CommitHandler commit,
            CompleteHandler complete) {
        if (topology == Topology.COMPACT) {
            disruptor
                    .handleEventsWith(new AnalyzeThenDecide(new AnalyzeHandler(analyzer, 0, 1), decide))
                    .then(new CommitThenComplete(disruptor.getRingBuffer(), commit, complete));
            return;
        }
        AnalyzeHandler[] analyzing = new AnalyzeHandler[analyzers];
        for (int ordinal = 0; ordinal < analyzers; ordinal++) {
            analyzing[ordinal] = new AnalyzeHandler(analyzer.fork(), ordinal, analyzers);
        }
        disruptor.handleEventsWith(analyzing).then(decide).then(commit).then(complete);
    }
}
