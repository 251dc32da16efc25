package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalException;
import io.strowger.engine.journal.SimulatedStorage;
import io.strowger.engine.journal.SynchronousSupply;
import io.strowger.engine.record.RecordView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A router that writes its records to the journal dies at any byte of it, or the power fails; the next one goes on from what is
 * durable. {@code -Dsimulation.crashed=1000} for more than the usual 40 seeds, each with a dozen crashes.
 */
class CrashSimulationTest {
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), 64 << 10, 4 << 10, Long.MAX_VALUE, 0);
    private static final int SEEDS = Integer.getInteger("simulation.crashed", 40);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int LIVES = 12;
    private static final int MOST_STEPS = 400;

    private static int crashes;
    private static int torn;
    private static int knownAgain;

    private final List<byte[]> records = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();
    private final Published published = new Published();
    private SimulatedStorage storage = new SimulatedStorage();
    private Random random = new Random();
    private long now = 1_800_000_000_000_000_000L;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @BeforeAll
    static void beginToCount() {
        crashes = 0;
        torn = 0;
        knownAgain = 0;
    }

    @Invariant({19, 25})
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldGoOnFromTheLastDurableRecordWhereverItCrashes(long seed) {
        random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            if (random.nextInt(8) == 0) {
                storage.dieAfter(random.nextInt(60));
            } else {
                storage.dieAfterBytes(random.nextInt(120_000));
            }
            live();
            storage = random.nextBoolean() ? storage.afterKill() : storage.afterPowerLoss(random);
        }
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            recover(journal);
        }
    }

    private void live() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            RouterHarness router = recover(journal);
            RandomLife life = new RandomLife(random.nextLong(), router);
            if (router.router.state().find(1) == null) {
                life.begin();
            } else {
                router.restart("de", "en", "fr");
            }
            write(router, journal);
            knownAgain += published.sendAgain(router, 3);
            for (int step = 0; step < MOST_STEPS; step++) {
                life.step();
                now = router.now;
                if (random.nextInt(5) == 0) {
                    write(router, journal);
                    Invariants.check(router.router.state(), router.now);
                }
            }
        } catch (JournalException dead) {
            assertThat(dead).hasMessageNotContaining("damaged").hasMessageNotContaining("missing");
            crashes++;
        }
    }

    /** Commits what the router has decided since the last time, then tells it. */
    private void write(RouterHarness router, Journal journal) {
        for (int index = records.size(); index < router.records.size(); index++) {
            byte[] record = router.records.get(index);
            records.add(record.clone());
            hashes.add(router.hashes.get(index));
            journal.append(record, 0, record.length);
        }
        journal.commit();
        records.forEach(published::tell);
    }

    /** A router with the state of the last durable record, which is not before the last one that was told. */
    private RouterHarness recover(Journal journal) {
        RouterHarness router = new RouterHarness(RandomLife.LIMITS);
        journal.recover(1, view -> {
            byte[] record = records.get((int) view.sequence() - 1);
            assertSame(view, new RecordView().wrap(record, 0));
            router.recover(record);
        });
        int durable = router.records.size();
        assertThat((long) durable).as("what was told is durable").isBetween(published.sequence, (long) records.size());
        torn += durable < records.size() ? 1 : 0;
        records.subList(durable, records.size()).clear();
        hashes.subList(durable, hashes.size()).clear();
        records.forEach(published::tell);
        if (durable > 0) {
            assertThat(router.router.stateHash()).isEqualTo(hashes.get(durable - 1));
            Invariants.check(router.router.state(), router.now);
        }
        published.checkOffers(router.router.state());
        router.now = Math.max(router.now, now);
        return router;
    }

    private static void assertSame(RecordView durable, RecordView appended) {
        assertThat(durable.length()).isEqualTo(appended.length());
        assertThat(durable.time()).isEqualTo(appended.time());
        assertThat(durable.commandKind()).isEqualTo(appended.commandKind());
        assertThat(durable.command(new Bytes()).contentEquals(appended.command(new Bytes())))
                .isTrue();
        while (appended.nextEvent()) {
            assertThat(durable.nextEvent()).isTrue();
            assertThat(durable.eventKind()).isEqualTo(appended.eventKind());
            assertThat(rest(durable.content())).isEqualTo(rest(appended.content()));
        }
        assertThat(durable.nextEvent()).isFalse();
    }

    private static byte[] rest(ByteReader content) {
        byte[] bytes = new byte[content.remaining()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = content.readByte();
        }
        return bytes;
    }

    @AfterAll
    static void shouldHaveSeenEnough() {
        assertThat(crashes).isGreaterThan(SEEDS * LIVES / 2);
        assertThat(torn).isGreaterThan(SEEDS);
        assertThat(knownAgain).isGreaterThan(SEEDS);
    }
}
