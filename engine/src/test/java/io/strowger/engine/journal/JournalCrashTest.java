package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the journal at random operations, takes the power away, and looks at what the next one finds. */
class JournalCrashTest {
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), 64 << 10, 4 << 10, Long.MAX_VALUE, 0);
    private static final int SEEDS = 5;
    private static final int ROUNDS = 15;

    private final TestRecords records = new TestRecords();
    private final List<Integer> sizes = new ArrayList<>();
    private Random random = new Random();
    private SimulatedStorage storage = new SimulatedStorage();
    private long durable;
    private int opened;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldLoseNothingDurableAndInventNothingWhenItCrashes(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            random = new Random(seed);
            storage = new SimulatedStorage();
            sizes.clear();
            durable = 0;
            for (int round = 0; round < ROUNDS; round++) {
                storage.dieAfter(random.nextInt(8) == 0 ? random.nextInt(12) : random.nextInt(400));
                runUntilItDies();
                storage = random.nextBoolean() ? storage.afterKill() : storage.afterPowerLoss(random);
            }
            verify("seed " + seed);
        }
        assertThat(opened).isGreaterThan(ROUNDS);
    }

    @Test
    void shouldKeepWhatWasRecoveredWhenThePowerFailsNext() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            records.appendAll(journal, 3, 1_000);
            journal.commit();
            records.append(journal, 3_000);
            storage.failForces();
            assertThatThrownBy(journal::commit).isInstanceOf(JournalException.class);
        }
        SimulatedStorage next = storage.afterKill();
        try (Journal journal = SynchronousSupply.open(CONFIG, next)) {
            assertThat(journal.durableSequence()).isEqualTo(4);
        }
        for (int seed = 0; seed < 20; seed++) {
            try (Journal journal = SynchronousSupply.open(CONFIG, next.afterPowerLoss(new Random(seed)))) {
                assertThat(TestRecords.sequences(journal)).isEqualTo(TestRecords.range(1, 4));
            }
        }
    }

    private void runUntilItDies() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            opened++;
            checkRecovered(journal, "in the next life");
            while (true) {
                for (int count = 1 + random.nextInt(20); count > 0; count--) {
                    int size = random.nextInt(50) == 0 ? random.nextInt(30_000) : random.nextInt(600);
                    sizes.add(size);
                    records.append(journal, size);
                }
                journal.commit();
                assertThat(journal.durableSequence()).isEqualTo(sizes.size());
                durable = journal.durableSequence();
            }
        } catch (JournalException dead) {
            assertThat(dead).hasMessageNotContaining("damaged").hasMessageNotContaining("missing");
        }
    }

    private void verify(String when) {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            checkRecovered(journal, when);
        }
    }

    private void checkRecovered(Journal journal, String when) {
        List<Long> sequences = TestRecords.sequences(journal);
        assertThat((long) sequences.size()).as(when).isBetween(durable, (long) sizes.size());
        assertThat(sequences).as(when).isEqualTo(TestRecords.range(1, sequences.size()));
        journal.recover(
                1,
                view -> assertThat(view.length())
                        .isEqualTo(records.build(view.sequence(), sizes.get((int) view.sequence() - 1))));
        sizes.subList(sequences.size(), sizes.size()).clear();
        // Opening forced it: from now on it may not be lost any more.
        durable = sequences.size();
    }
}
