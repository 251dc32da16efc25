package io.strowger.bench.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.verticles.cli.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final long RECORDS = 3_000;

    @TempDir
    Path directory;

    @Test
    void shouldFindTheStateThatWasLeftWhenProcessesFollowEachOther() {
        WrittenJournal journal = write();
        RecoveryRuns runs = new RecoveryRuns(journal);

        for (int run = 0; run < 2; run++) {
            runs.add(Measured.APPLY, RecoveringProcess.apply(directory));
            runs.add(Measured.APPLY_AGAIN, RecoveringProcess.applyAgain(directory));
            runs.add(Measured.START, RecoveringProcess.start(directory, journal.lastNanos()));
        }

        assertThat(journal.records()).isBetween(RECORDS, RECORDS + 10);
        assertThat(journal.bytes()).isBetween(200 * RECORDS, 600 * RECORDS);
        assertThat(runs.recordsPerSecond().median()).isPositive();
        assertThat(runs.warmRecordsPerSecond().median()).isPositive();
        assertThat(runs.startMillis().median()).isPositive();
    }

    @Test
    void shouldRefuseToReportWhenAnotherStateIsFound() {
        WrittenJournal journal = write();
        Recovered.State other =
                new Recovered.State(journal.state().sequence(), journal.state().hash() + 1);

        assertThatThrownBy(() -> new RecoveryRuns(journal).add(Measured.APPLY, new Recovered(1, 1, other, other)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("was recovered to the state");
    }

    @Test
    void shouldReadWhatAnotherProcessPrinted() {
        Recovered recovered = new Recovered(3, 4, new Recovered.State(5, -6), new Recovered.State(7, 8));

        assertThat(Recovered.of(List.of("something else", recovered.line()))).isEqualTo(recovered);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovered.of(List.of("nothing")))
                .withMessageContaining("nothing");
    }

    private WrittenJournal write() {
        return JournalMaker.write(
                directory,
                new OrganizationBuilder("shop")
                        .channel("chat")
                        .queue("general")
                        .agent("ada", "general")
                        .agent("bob", "general")
                        .build(),
                RECORDS);
    }
}
