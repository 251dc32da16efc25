package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long random sequences of commands; after each one the invariants hold, and a replica has the same state. For a longer search:
 * {@code -Dsimulation.seeds=10000 -Dsimulation.commands=1000}, and {@code -Dsimulation.first=4711} for the seed to begin with.
 */
class RouterSimulationTest {
    private static final int COMMANDS = Integer.getInteger("simulation.commands", 300);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 200);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int EXPLAINED = 4;

    private static long commands;
    private static long done;
    private static long offersChecked;
    private static long winnersDerived;
    private static long reasonsFound;
    private static long roundsChecked;
    private static long periodsChecked;
    private static long breachesChecked;

    private final RouterHarness router = new RouterHarness(RandomLife.LIMITS);
    private final Witness witness = new Witness();
    private final ExplanationChecks explanations = new ExplanationChecks();

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @BeforeAll
    static void beginToCount() {
        commands = 0;
        done = 0;
        offersChecked = 0;
        winnersDerived = 0;
        reasonsFound = 0;
        roundsChecked = 0;
        periodsChecked = 0;
        breachesChecked = 0;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldKeepTheInvariantsWhateverHappens(long seed) {
        RandomLife life = new RandomLife(seed, router);
        life.begin();
        int watched = 0;
        for (int step = 0; step < COMMANDS; step++) {
            Decision decision = life.step();
            commands++;
            done += decision.outcome == Outcome.DONE ? 1 : 0;
            for (; watched < router.records.size(); watched++) {
                witness.watch(router.records.get(watched));
                explanations.read(router.records.get(watched));
            }
            Invariants.check(router.router.state(), router.now);
            if (step % EXPLAINED == 0) {
                explanations.check(router.router.state());
            }
        }
        assertThat(witness.router.stateHash()).isEqualTo(router.router.stateHash());
        offersChecked += witness.offersChecked;
        winnersDerived += explanations.winnersDerived;
        reasonsFound += explanations.reasonsFound;
        roundsChecked += witness.roundsChecked();
        periodsChecked += witness.promises().periodsChecked;
        breachesChecked += witness.promises().breachesChecked;
    }

    /** All that was checked is worth something only if enough has happened. */
    @AfterAll
    static void shouldHaveSeenEnough() {
        assertThat(winnersDerived).isGreaterThan(commands / 100);
        assertThat(reasonsFound).isGreaterThan(commands / EXPLAINED);
        assertThat(roundsChecked).isPositive();
        assertThat(periodsChecked).isGreaterThan(commands / 20);
        assertThat(breachesChecked).isGreaterThan(commands / 200);
        assertThat(offersChecked).isGreaterThan(commands / 20);
        assertThat(done).isGreaterThan(commands / 3);
    }
}
