package io.strowger.models.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data.tsv");
    }

    @Test
    void shouldReadLabelsAndTexts() throws IOException {
        Files.writeString(file, "\uFEFFb\tzwei Wörter\r\n\na\tone\ttab more\na\t");

        LabelledFile data = LabelledFile.read(file);

        assertThat(data.labels()).containsExactly("a", "b");
        assertThat(data.rows()).extracting(LabelledText::line).containsExactly(1, 3, 4);
        assertThat(data.rows())
                .extracting(row -> new String(row.text(), StandardCharsets.UTF_8))
                .containsExactly("zwei Wörter", "one\ttab more", "");
    }

    @Test
    void shouldNameTheLineWhenATabIsMissing() throws IOException {
        Files.writeString(file, "a\tone\nno tab here\n");

        assertThatThrownBy(() -> LabelledFile.read(file))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining(file + ":2:")
                .hasMessageContaining("no tab");
    }

    @Test
    void shouldNameTheLineWhenTheLabelIsMissing() throws IOException {
        Files.writeString(file, "a\tone\n\ttwo\n");

        assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining(":2: has no label");
    }

    @Test
    void shouldNameTheLineWhenItIsNotUtf8() throws IOException {
        Files.write(file, new byte[] {'a', '\t', 'x', '\n', 'b', '\t', (byte) 0xC3, '\n'});

        assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining(":2: is not valid UTF-8");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        Files.writeString(file, "\n\n");

        assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("is empty");
    }

    @Test
    void shouldRefuseADirectory() {
        assertThatThrownBy(() -> LabelledFile.read(folder))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining(folder + ": is a directory");
    }

    @Test
    void shouldRefuseAMissingFile() {
        assertThatThrownBy(() -> LabelledFile.read(file))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void shouldNameTheLineWhenOurOwnTextLacksAColumn() throws IOException {
        Files.writeString(folder.resolve("en.tsv"), "thanks\tlow\tpositive\tthank you\nthanks\tlow\tthank you\n");

        assertThatThrownBy(() -> SupportFolder.read(folder)).hasMessageContaining("en.tsv:2:");
    }

    @Test
    void shouldNameTheLineWhenACueLacksAColumn() throws IOException {
        Files.writeString(file, "urgency\thigh\thacked\nurgency\thigh\n");

        assertThatThrownBy(() -> Cue.read(file)).hasMessageContaining(":2:");
    }
}
