package io.strowger.bench.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.replay.Replay;
import io.strowger.engine.replay.ReplayResult;
import io.strowger.verticles.config.OrganizationFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of the engine's own stages, with analyses, contacts who come back, and ids of messages. */
class ReplayedJournalTest {
    private static final int RECORDS = 8_000;

    @TempDir
    private Path directory;

    @Test
    void shouldDifferInNothingWithTheSameConfiguration() {
        OrganizationConfiguration demo = OrganizationFiles.read(root().resolve("conf/demo"));
        JournalMaker.write(directory, demo, RECORDS);

        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            ReplayResult result = Replay.run(journal, demo, records -> {});

            assertThat(result.records()).isGreaterThanOrEqualTo(RECORDS);
            assertThat(result.pairs()).hasSizeGreaterThan(1_000);
            assertThat(result.largest(10)).isEmpty();
        }
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(path.resolve("conf/demo"))) {
            path = path.getParent();
        }
        return path;
    }
}
