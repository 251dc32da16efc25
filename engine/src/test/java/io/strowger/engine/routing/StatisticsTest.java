package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.StatisticsSnapshot;
import io.strowger.engine.statistics.Tally;
import io.strowger.engine.statistics.TallyRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    private static final int COMMANDS = 600;
    private static final int LOOKED_AT_EVERY = 100;

    private final RouterHarness router = new RouterHarness(RandomLife.LIMITS);

    @Invariant({22, 23})
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldTellWhatTheRecordsUpToThePositionSay(long seed) {
        RandomLife life = new RandomLife(seed, router);
        Random hours = new Random(seed);
        Explainer explainer = new Explainer(RandomLife.LIMITS, 100);
        List<NaiveStatistics> naive = List.of(new NaiveStatistics(0), new NaiveStatistics(1));
        life.begin();
        int read = 0;
        for (int step = 0; step < COMMANDS; step++) {
            life.step();
            if (hours.nextInt(60) == 0) {
                router.tickThrough(Duration.ofMinutes(hours.nextInt(50)));
            }
            for (; read < router.records.size(); read++) {
                byte[] record = router.records.get(read);
                explainer.apply(new RecordView().wrap(record, 0));
                naive.forEach(each -> each.read(record));
            }
            if (step % LOOKED_AT_EVERY == LOOKED_AT_EVERY - 1) {
                check(explainer, naive);
            }
        }
        // A restart reads the journal again from its beginning.
        Explainer restarted = new Explainer(RandomLife.LIMITS, 100);
        router.records.forEach(record -> restarted.apply(new RecordView().wrap(record, 0)));
        check(restarted, naive);
    }

    @Test
    void shouldKnowNothingOfAnUnknownOrganization() {
        assertThat(new Explainer(RandomLife.LIMITS, 1).statistics(0, 0)).isNull();
    }

    private static void check(Explainer explainer, List<NaiveStatistics> naive) {
        for (int organization = 0; organization < naive.size(); organization++) {
            NaiveStatistics expected = naive.get(organization);
            expected.lookAtAll();
            Names names = Objects.requireNonNull(explainer.directory().organization(organization));
            for (int quarters : List.of(0, 1, 3, TallyRow.QUARTERS)) {
                StatisticsSnapshot told = Objects.requireNonNull(explainer.statistics(organization, quarters))
                        .addUp();
                assertThat(told.sequence()).isEqualTo(explainer.sequence());
                long to = (told.time() / TallyRow.QUARTER_NANOS + 1) * TallyRow.QUARTER_NANOS;
                long from = quarters == 0 ? 0 : to - quarters * TallyRow.QUARTER_NANOS;
                told.queues().forEach(queue -> {
                    int number = names.queues().number(queue.id());
                    assertThat((long) queue.waiting()).isEqualTo(expected.inState('w', number, null));
                    assertThat((long) queue.inHand()).isEqualTo(expected.inState('a', number, null));
                    check(queue.tally(), expected, "q" + number, from, to);
                });
                told.channels().forEach(channel -> {
                    int number = names.channels().number(channel.id());
                    assertThat((long) channel.waiting()).isEqualTo(expected.inState('w', null, number));
                    assertThat((long) channel.inHand()).isEqualTo(expected.inState('a', null, number));
                    check(channel.tally(), expected, "c" + number, from, to);
                });
                told.agents()
                        .forEach(agent -> check(
                                agent.tally(), expected, "a" + names.agents().number(agent.id()), from, to));
                check(told, expected);
            }
        }
    }

    private static void check(StatisticsSnapshot told, NaiveStatistics expected) {
        assertThat(told.stays().begun())
                .as("INV-22")
                .isEqualTo(told.stays().live() + told.stays().ended());
        assertThat(told.stays().waiting()).isEqualTo(expected.inState('w', null, null));
        assertThat(told.stays().assigned()).isEqualTo(expected.inState('a', null, null));
        assertThat(told.stays().dormant()).isEqualTo(expected.inState('d', null, null));
        assertThat(told.stays().parked()).isEqualTo(expected.inState('p', null, null));
        assertThat(told.stays().scheduled()).isEqualTo(expected.inState('s', null, null));
        assertThat(told.gini()).isBetween(0.0, 1.0);
    }

    private static void check(Tally tally, NaiveStatistics expected, String who, long from, long to) {
        for (Count what : Count.values()) {
            assertThat(tally.of(what)).as("INV-23: %s of %s", what, who).isEqualTo(expected.sum(who, what, from, to));
        }
        List<Long> waits = expected.waits(who, from, to);
        if (waits.isEmpty()) {
            assertThat(tally.longestWaitNanos()).isZero();
            return;
        }
        assertThat(tally.longestWaitNanos()).isEqualTo(waits.get(waits.size() - 1));
        assertThat(tally.meanWaitNanos())
                .isEqualTo(waits.stream().mapToLong(Long::longValue).sum() / waits.size());
        for (int percent : List.of(50, 90, 99)) {
            long exact = waits.get(Math.max(0, (int) Math.ceil(percent / 100.0 * waits.size()) - 1));
            assertThat(tally.waitNanos(percent))
                    .as("INV-23: wait at %s %% of %s", percent, who)
                    .isBetween(exact - 2_000_000, exact + exact / 100 + 2_000_000);
        }
    }
}
