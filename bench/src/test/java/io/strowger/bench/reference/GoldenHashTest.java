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
    private static final long STATE_HASH = 7_731_047_305_643_980_702L;
    private static final long RECORDS_CHECKSUM = 3_714_507_656L;

    @Test
    void shouldEndWithTheSameHashesWhenMachineAndJdkDiffer() {
        DifferentialRun run = new DifferentialRun(SEED);

        assertThat(run.run(Step.steps(SEED, COMMANDS))).isNull();
        assertThat(run.engine.router.stateHash())
                .as("the records' checksum is %s; the state hash", run.recordsChecksum())
                .isEqualTo(STATE_HASH);
        assertThat(run.engine.replayed.stateHash()).isEqualTo(STATE_HASH);
        assertThat(run.recordsChecksum()).isEqualTo(RECORDS_CHECKSUM);
    }
}
