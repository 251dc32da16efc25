package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.pipeline.Topology;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs, short and slow: what they count is checked, not what they take. */
class MeasuredRunTest {
    private static final double PER_SECOND = 2_000;
    private static final Duration WARM_UP = Duration.ofMillis(200);
    private static final Duration MEASURED = Duration.ofMillis(400);
    private static final long SENT = 800;

    /** A full ring of an engine that just started, on a machine that does other things as well, takes a while. */
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "COMPACT,true,true,true",
        "COMPACT,false,true,true",
        "DEDICATED,true,true,false",
        "DEDICATED,false,true,true"
    })
    void shouldFindEveryMessageAsTheReferenceHasIt(
            Topology topology, boolean durable, boolean journal, boolean analysis) {
        RunResult result = run(Pressure.SCHEDULED, topology, durable, journal, analysis, Shape.STEADY, false);

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.SENT)).isEqualTo(SENT);
        assertThat(result.count(Count.ALL_MESSAGES)).isEqualTo(1_200);
        assertThat(result.count(Count.COMPARED_MESSAGES)).isEqualTo(1_200);
        assertThat(result.recording(Recording.DECIDED).getTotalCount()).isEqualTo(SENT);
        assertThat(result.recording(Recording.ANSWERED).getTotalCount()).isEqualTo(SENT);
        assertThat(result.recording(Recording.SERVED).getTotalCount()).isEqualTo(SENT);
        assertThat(result.recording(Recording.LATE).getTotalCount()).isEqualTo(SENT);
        assertThat(result.count(Count.AGENT_COMMANDS)).isPositive();
        assertThat(result.count(Count.HIGHEST_LOAD)).isBetween(1L, (long) Workload.CAPACITY);
        long counted = 0;
        for (long step : result.throughput()) {
            counted += step;
        }
        assertThat(counted).isEqualTo(SENT);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shouldRunInEveryShape(Shape shape) {
        RunResult result = run(Pressure.SCHEDULED, Topology.COMPACT, true, true, true, shape, false);

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.COMPARED_MESSAGES)).isEqualTo(result.count(Count.ALL_MESSAGES));
        assertThat(result.count(Count.SENT)).isPositive();
    }

    @Test
    void shouldCheckTheAnswersWithoutAJournal() {
        RunResult result = run(Pressure.SCHEDULED, Topology.COMPACT, true, false, true, Shape.STEADY, false);

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.SENT)).isEqualTo(SENT);
        assertThat(result.count(Count.COMPARED_MESSAGES)).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldGiveABareRingTheSameSchedule() {
        RunResult result = run(Pressure.SCHEDULED, Topology.COMPACT, true, true, true, Shape.STEADY, true);

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.SENT)).isEqualTo(SENT);
        assertThat(result.recording(Recording.BARE_RING).getTotalCount()).isEqualTo(SENT);
    }

    @Test
    void shouldSendAsMuchAsThereIsRoomForWhenClosed() {
        RunPlan plan = new RunPlan(
                Pressure.CLOSED,
                PER_SECOND,
                WARM_UP,
                UNTIL_THERE_IS_ROOM,
                Topology.COMPACT,
                true,
                true,
                true,
                Shape.STEADY,
                100,
                1,
                false);
        RunResult result = new MeasuredRun(plan, directory).run();

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.SENT)).isPositive();
        assertThat(result.count(Count.COMPARED_MESSAGES)).isPositive();
    }

    @Test
    void shouldLoseNothingOfWhatWasTakenWhenItSheds() {
        RunPlan plan = plan(Pressure.SHEDDING, Topology.COMPACT, true, true, true, Shape.STEADY, false)
                .at(Pressure.SHEDDING, 1_000_000);
        RunResult result = new MeasuredRun(plan, directory).run();

        assertThat(result.problems()).isEmpty();
        assertThat(result.count(Count.OFFERED)).isEqualTo(result.count(Count.SENT) + result.count(Count.REFUSED));
        assertThat(result.recording(Recording.REFUSED).getTotalCount()).isEqualTo(result.count(Count.REFUSED));
        assertThat(result.recording(Recording.DECIDED).getTotalCount()).isEqualTo(result.count(Count.SENT));
    }

    @Test
    void shouldComeBackFromItsFiles() throws Exception {
        RunResult result = run(Pressure.SCHEDULED, Topology.COMPACT, true, false, false, Shape.STEADY, false);
        result.problem("one thing");
        result.write(directory, "run-1");
        RunResult read = RunResult.read(directory, "run-1");

        assertThat(read.problems()).containsExactly("one thing");
        assertThat(read.throughput()).isEqualTo(result.throughput());
        assertThat(read.count(Count.RECORDS)).isEqualTo(result.count(Count.RECORDS));
        assertThat(read.recording(Recording.DECIDED)).isEqualTo(result.recording(Recording.DECIDED));
        assertThat(read.has(Recording.BARE_RING)).isFalse();
    }

    private RunResult run(
            Pressure pressure,
            Topology topology,
            boolean durable,
            boolean journal,
            boolean analysis,
            Shape shape,
            boolean bareRing) {
        return new MeasuredRun(plan(pressure, topology, durable, journal, analysis, shape, bareRing), directory).run();
    }

    private static RunPlan plan(
            Pressure pressure,
            Topology topology,
            boolean durable,
            boolean journal,
            boolean analysis,
            Shape shape,
            boolean bareRing) {
        return new RunPlan(
                pressure, PER_SECOND, WARM_UP, MEASURED, topology, durable, journal, analysis, shape, 100, 1, bareRing);
    }
}
