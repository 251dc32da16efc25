package io.strowger.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitEstimate.Method;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.Explainer;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.statistics.QueueStatistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares what customers of a simulated centre are told to expect, in the instant in which they come and have to wait, with
 * how long they wait. {@code -Dexpected.waits=FILE} appends the figures to a file; {@code -Dexpected.hours=N} for longer days.
 */
class ExpectedWaitTest {
    private static final int HOURS = Integer.getInteger("expected.hours", 60);
    private static final @Nullable String FILE = System.getProperty("expected.waits");
    private static final double NANOS = 1e9;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "busy, 10, 190, 180, 0",
        "very busy, 14, 270, 180, 0",
        "large, 50, 940, 180, 0",
        "impatient, 10, 200, 180, 180",
    })
    void shouldTellCustomersWhatTheyThenMeet(
            String name, int agents, double perHour, int handlingSeconds, int patienceSeconds) throws Exception {
        Scenario scenario = Centres.scenario(
                Centres.organization(agents, true),
                perHour,
                Duration.ofSeconds(handlingSeconds),
                patienceSeconds == 0 ? null : Duration.ofSeconds(patienceSeconds),
                Duration.ofHours(HOURS));
        Told told = new Told();
        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            Simulation.write(scenario, 1, journal);
            try (JournalReader reader = journal.reader(1)) {
                RecordView record = new RecordView();
                while (reader.next(record)) {
                    told.read(record);
                }
            }
        }

        QueueStatistics queue = Objects.requireNonNull(told.explainer.statistics(0, 0))
                .addUp()
                .queues()
                .get(0);
        told.write(name, agents, perHour, handlingSeconds, patienceSeconds, queue);

        assertThat(told.count).isGreaterThan(500);
        assertThat((double) told.withinMedian / told.count).isBetween(0.35, 0.65);
        assertThat((double) told.withinNinetieth / told.count).isBetween(0.75, 0.97);
        assertThat(queue.toldCount()).isGreaterThan(500);
    }

    /** What was told to those who had to wait and were served. */
    private static final class Told {
        private final Explainer explainer = new Explainer(RouterLimits.DEFAULT, 1);
        private final Map<Long, WaitEstimate> open = new HashMap<>();
        private final Map<Long, Long> since = new HashMap<>();
        private final ConversationQueued queued = new ConversationQueued();
        private final ConversationAssigned assigned = new ConversationAssigned();
        private long count;
        private long withinMedian;
        private long withinNinetieth;
        private double errors;
        private double waits;

        private void read(RecordView record) {
            explainer.apply(record);
            record.rewind();
            while (record.nextEvent()) {
                if (record.eventKind() == EventKind.CONVERSATION_QUEUED) {
                    queued.read(record.content());
                    WaitEstimate estimate = explainer.estimate(0, queued.conversation);
                    if (estimate != null && estimate.isKnown()) {
                        open.put(queued.conversation, estimate);
                        since.put(queued.conversation, record.time());
                    }
                } else if (record.eventKind() == EventKind.CONVERSATION_ASSIGNED) {
                    assigned.read(record.content());
                    WaitEstimate estimate = open.remove(assigned.conversation);
                    if (estimate != null) {
                        judge(estimate, record.time() - since.get(assigned.conversation));
                    }
                }
            }
        }

        private void judge(WaitEstimate estimate, long wait) {
            count++;
            withinMedian += wait <= estimate.medianNanos() ? 1 : 0;
            withinNinetieth += wait <= estimate.ninetiethNanos() ? 1 : 0;
            errors += Math.abs(wait - estimate.medianNanos()) / NANOS;
            waits += wait / NANOS;
        }

        private void write(String name, int agents, double perHour, int handling, int patience, QueueStatistics queue)
                throws Exception {
            if (FILE == null) {
                return;
            }
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%s,%d,%.0f,%d,%d,%d,%.1f,%.1f,%.3f,%.3f",
                    name,
                    agents,
                    perHour,
                    handling,
                    patience,
                    count,
                    waits / count,
                    errors / count,
                    (double) withinMedian / count,
                    (double) withinNinetieth / count));
            for (Method method : Method.values()) {
                line.append(String.format(
                        Locale.ROOT,
                        ",%.1f",
                        Objects.requireNonNull(queue.errors().get(method)).errorNanos() / NANOS));
            }
            Files.writeString(Path.of(FILE), line.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
