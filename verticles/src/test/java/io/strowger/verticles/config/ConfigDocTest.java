package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dstrowger.write-docs=true} to write both files anew. */
class ConfigDocTest {
    private static final Path HOME = Path.of("..");

    @Test
    void shouldShipEveryKeyWithItsDefault() throws IOException {
        assertWritten(HOME.resolve("conf/strowger.yaml"), ConfigText.yaml());
    }

    @Test
    void shouldDocumentEveryKey() throws IOException {
        assertWritten(HOME.resolve("docs/config.md"), ConfigText.markdown());
    }

    private static void assertWritten(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("strowger.write-docs")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file))
                .as("%s differs from the table of keys; run this test with -Dstrowger.write-docs=true", file)
                .isEqualTo(expected);
    }
}
