package io.strowger.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Long random runs end with hashes that are written here, so that they are equal on every machine and JDK. A change of the
 * state's or the records' form changes them, and is to be noted in the change log: an older journal must still be read.
 */
class GoldenHashTest {
    private static final long SEED = 20_261_121;
    private static final int COMMANDS = 20_000;
    private static final long STATE_HASH = -8_933_327_930_472_896_300L;
    private static final long RECORDS_CHECKSUM = 989_824_357L;

    @Test
    void shouldEndWithTheSameHashesWhenMachineAndJdkDiffer() {
        DifferentialRun run = new DifferentialRun(SEED);

        assertThat(run.run(Step.steps(SEED, COMMANDS))).isNull();
        long stateHash = run.engine.router.stateHash();
        assertThat(run.engine.replayed.stateHash()).isEqualTo(stateHash);
        assertThat("%d, %d".formatted(stateHash, run.recordsChecksum()))
                .isEqualTo("%d, %d".formatted(STATE_HASH, RECORDS_CHECKSUM));
    }
}
