package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakDiskTest {
    @TempDir
    Path directory;

    @Test
    void shouldRefuseWhenTheJournalWouldGrowOverItsLimit() {
        assertThatThrownBy(() -> SoakDisk.check(1e9, 100, directory))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("a journal holds 15.9 GiB")
                .hasMessageContaining("fewer minutes");
    }

    @Test
    void shouldSayHowMuchIsLeftWhenTheDiskIsTooSmall() {
        assertThatThrownBy(() -> SoakDisk.check(600_000, 100, directory, 1L << 30))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("which has 1.0 GiB left")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void shouldLookAtTheDiskAboveWhenTheDirectoryIsStillToBeMade() {
        assertThatCode(() -> SoakDisk.check(1, 100, directory.resolve("not/yet")))
                .doesNotThrowAnyException();
    }
}
