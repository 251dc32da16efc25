package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {
    @TempDir
    Path directory;

    @Test
    void shouldKeepAnotherProcessOutWhenThisOneFailedToOpenASecondTime() throws Exception {
        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            assertThatThrownBy(() -> Journal.open(JournalConfig.in(directory)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use by this process");
            assertThat(journal.durableSequence()).isZero();
            assertThat(openInAnotherProcess())
                    .contains("in use by another process")
                    .contains(directory.toRealPath().toString())
                    .contains("stop that one first");
        }
        assertThat(openInAnotherProcess()).isEqualTo("opened");
    }

    @Test
    void shouldLetGoOfTheLockWhenOpeningFails() throws Exception {
        Journal.open(JournalConfig.in(directory)).close();
        Path segment = directory.resolve(SegmentHeader.fileName(1));
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, new byte[100]);
        assertThatThrownBy(() -> Journal.open(JournalConfig.in(directory)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is damaged at byte 0");
        Files.write(segment, whole);
        Journal.open(JournalConfig.in(directory)).close();
    }

    @Test
    void shouldSayWhatToDoWhenTheDirectoryCantBeMade() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> Journal.open(JournalConfig.in(file)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("give it another place");
    }

    private String openInAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.trim();
    }

    /** Opens the journal in the directory that it is given and says how that went. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) {
            try {
                Journal.open(JournalConfig.in(Path.of(arguments[0]))).close();
                System.out.println("opened");
            } catch (JournalException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
