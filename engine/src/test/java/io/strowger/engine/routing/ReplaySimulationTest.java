package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.SimulatedStorage;
import io.strowger.engine.journal.SynchronousSupply;
import io.strowger.engine.replay.Replay;
import io.strowger.engine.replay.ReplayFigures;
import io.strowger.engine.replay.ReplayResult;
import io.strowger.engine.rules.CelRuleCompiler;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happened, by whatever command: replayed with the configurations of then nothing differs. */
class ReplaySimulationTest {
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), 64 << 10, 4 << 10, Long.MAX_VALUE, 0);
    private static final int COMMANDS = 400;
    private static final int SEEDS = Integer.getInteger("simulation.replayed", 25);
    private static final long FIRST = Long.getLong("simulation.first", 1);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldDifferInNothing(long seed) {
        RouterHarness router = new RouterHarness(RouterLimits.DEFAULT, new CelRuleCompiler());
        router.punctual = true;
        RandomLife life = new RandomLife(seed, router);
        life.condition = word -> "text.contains('" + word + "')";
        life.begin();
        for (int command = 0; command < COMMANDS; command++) {
            life.step();
        }
        try (Journal journal = SynchronousSupply.open(CONFIG, new SimulatedStorage())) {
            for (byte[] record : router.records) {
                journal.append(record, 0, record.length);
            }
            journal.commit();

            ReplayResult result = Replay.run(journal, null, records -> {});

            assertThat(result.pairs()).hasSizeGreaterThan(20);
            assertThat(result.largest(3)).isEmpty();
            assertThat(ReplayFigures.of(result, 1_000_000_000L, 0.95).differing())
                    .isZero();
        }
    }
}
