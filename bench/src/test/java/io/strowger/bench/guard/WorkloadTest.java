package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.rig.ThreadMeter;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {
    private static final int ROUNDS = 200;

    @TempDir
    private Path directory;

    private final Map<EventKind, Integer> events = new EnumMap<>(EventKind.class);

    /** The load goes on for ever as it began: what opens is closed, and everything that happens in service happens. */
    @Test
    void shouldKeepTheStagesInASteadyState() {
        try (GuardPipeline pipeline = new GuardPipeline(directory)) {
            Stages counted = new ForwardingStages(Stages.of(pipeline.stages())) {
                @Override
                public boolean record(long sequence, RecordView into) {
                    boolean isThere = super.record(sequence, into);
                    if (isThere) {
                        count(into);
                    }
                    return isThere;
                }
            };
            List<Bytes> texts = List.of(Bytes.of("where is my order 4711"), Bytes.of("Wo ist mein Geld?!!"));
            Workload workload = new Workload(counted, pipeline.stages().directory(), texts);
            StepTotals totals = new StepTotals(ThreadMeter.ofJvm());
            rounds(workload, totals);
            events.clear();
            rounds(workload, totals);
        }
        assertThat(events.get(EventKind.MESSAGE_RECEIVED)).isEqualTo(ROUNDS * Workload.MESSAGES);
        int queued = events.get(EventKind.CONVERSATION_QUEUED);
        int completed = events.get(EventKind.CONVERSATION_COMPLETED);
        assertThat(completed).isBetween(queued * 8 / 10, queued * 12 / 10);
        assertThat(completed).isGreaterThan(ROUNDS * Workload.MESSAGES / 5);
        assertThat(events)
                .containsKeys(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.OFFER_MADE,
                        EventKind.OFFER_ENDED,
                        EventKind.CONVERSATION_ASSIGNED,
                        EventKind.CONVERSATION_FORGOTTEN,
                        EventKind.EXCLUSION_ENDED)
                .doesNotContainKey(EventKind.CONVERSATION_PARKED);
    }

    private static void rounds(Workload workload, StepTotals totals) {
        for (int round = 0; round < ROUNDS; round++) {
            workload.round(totals);
        }
    }

    private void count(RecordView record) {
        while (record.nextEvent()) {
            events.merge(record.eventKind(), 1, Integer::sum);
        }
        record.rewind();
    }
}
