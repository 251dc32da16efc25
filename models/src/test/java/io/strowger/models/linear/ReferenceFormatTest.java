package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFormatTest {
    private static final HeadReference INTENT = new HeadReference(
            "intent",
            List.of("a b", "c: d"),
            List.of(3L, 4L),
            List.of(0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L, 2L, 3L),
            6_100,
            1);

    @TempDir
    Path folder;

    @Test
    void shouldReadWhatItWrote() {
        HeadReference other = new HeadReference(
                "urgency", List.of("low"), List.of(0L), List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 0, 0);

        assertThat(ReferenceFormat.parse(ReferenceFormat.text(List.of(INTENT, other))))
                .containsExactly(INTENT, other);
        assertThat(ReferenceFormat.text(List.of())).isEmpty();
    }

    @Test
    void shouldBeKeptWithTheModel() throws IOException {
        write();

        LinearModel model = ModelDirectory.read(folder);
        assertThat(model.reference("intent")).isEqualTo(INTENT);
        assertThat(model.reference("urgency")).isNull();
        assertThat(ModelDirectory.files(folder)).hasSize(3);
    }

    @Test
    void shouldGoWithTheHeadIntoAnotherModel() throws IOException {
        write();

        LinearModel copy = new ModelBuilder()
                .complete(ModelDirectory.read(folder), List.of("intent"))
                .build();
        assertThat(copy.reference("intent")).isEqualTo(INTENT);
    }

    @Test
    void shouldLeaveWithTheModel() throws IOException {
        write();
        head().write(folder);

        assertThat(ModelDirectory.read(folder).reference("intent")).isNull();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void shouldSayWhichFileIsMissingOrDamaged() throws IOException {
        write();
        Path file = ModelDirectory.files(folder).get(2);
        Files.writeString(file, "format: 2\n");
        assertThatThrownBy(() -> ModelDirectory.read(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": does not begin with 'format: 1'");
        Files.delete(file);
        assertThatThrownBy(() -> ModelDirectory.read(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "format: 1\nlabel: 1 a\n",
                "format: 1\nhead: x\n",
                "format: 1\nhead: x\nout-of-scope-below: 1\nout-of-scope: 1\nconfidences: 1 2\n",
                "format: 1\nhead: x\nout-of-scope-below: -1\nout-of-scope: 1\nconfidences: 1 2\n",
                "format: 1\nhead: x\nlabel: many a\n",
                "format: 1\n\n"
            })
    void shouldRefuseWhatIsNoReference(String text) {
        assertThatThrownBy(() -> ReferenceFormat.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write() throws IOException {
        head().reference(INTENT).write(folder);
    }

    private static ModelBuilder head() {
        return new ModelBuilder()
                .head(new HeadSource("intent", List.of("a b", "c: d"), 6, new byte[2 << 6], 0.1, new float[2], 1));
    }
}
