package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {
    private static final int BITS = 6;

    @TempDir
    Path folder;

    @Test
    void shouldReadWhatWasWritten() throws IOException {
        String version = write(1);

        LinearModel model = ModelDirectory.read(folder);

        assertThat(model.version()).isEqualTo(version).matches("[0-9a-f]{16}");
        assertThat(model.tasks()).containsExactly("topic");
        assertThat(model.labels("topic")).containsExactly("a", "b");
    }

    @Test
    void shouldReplaceAModelAndLeaveNothingOfIt() throws IOException {
        String first = write(1);
        String second = write(2);

        assertThat(second).isNotEqualTo(first);
        assertThat(ModelDirectory.read(folder).version()).isEqualTo(second);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void shouldGiveTheSameVersionToTheSameContent() throws IOException {
        assertThat(write(5)).isEqualTo(write(5));
    }

    @Test
    void shouldSayThatADirectoryIsMissing() {
        assertRefused(folder.resolve("none"), "is not a model directory");
    }

    @Test
    void shouldSayThatTheManifestIsMissing() {
        assertRefused(folder, "model.manifest: is missing");
    }

    @Test
    void shouldSayThatTheWeightsAreMissing() throws IOException {
        write(1);
        Files.delete(weights());

        assertRefused(folder, "is missing, but the manifest names it");
    }

    @Test
    void shouldSayThatAManifestIsNewer() throws IOException {
        write(1);
        Path manifest = folder.resolve(ModelDirectory.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("format: 1", "format: 2"));

        assertRefused(folder, "has format 2, this build reads format 1");
    }

    @Test
    void shouldSayThatWeightsAreNewer() throws IOException {
        write(1);
        byte[] bytes = Files.readAllBytes(weights());
        bytes[11] = 9;
        Files.write(weights(), bytes);

        assertRefused(folder, "has format 9, this build reads format 2");
    }

    @Test
    void shouldNotReadWhatAManifestNamesOutsideTheDirectory() throws IOException {
        write(1);
        Files.writeString(folder.resolveSibling("admin.token"), "secret");
        Path manifest = folder.resolve(ModelDirectory.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + "card: ../admin.token\n");

        assertThatThrownBy(() -> ModelDirectory.notes(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("no name of a model's file");
    }

    @Test
    void shouldSayThatWeightsWereTrainedOnOtherFeatures() throws IOException {
        write(1);
        byte[] bytes = Files.readAllBytes(weights());
        bytes[15] = 1;
        Files.write(weights(), bytes);

        assertRefused(folder, "was trained on features of version 1, this build makes version 3");
    }

    @Test
    void shouldRefuseWeightsThatAreCutAnywhere() throws IOException {
        write(1);
        Path file = weights();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelDirectory.read(folder))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void shouldRefuseWeightsWithAnyByteChanged() throws IOException {
        write(1);
        Path file = weights();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThatThrownBy(() -> ModelDirectory.read(folder)).isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void shouldRefuseAManifestThatNamesAnotherFile() throws IOException {
        write(1);
        Files.writeString(folder.resolve(ModelDirectory.MANIFEST), "format: 1\ninline: ../../secret\n");

        assertRefused(folder, "which is no weights file");
    }

    @Test
    void shouldSayWhichTasksThereAreWhenAskedForAnother() throws IOException {
        write(1);
        LinearModel model = ModelDirectory.read(folder);

        assertThatThrownBy(() -> model.classifier("intent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[topic]");
    }

    private String write(int seed) throws IOException {
        byte[] weights = new byte[2 << BITS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (i * seed % 7);
        }
        HeadSource head = new HeadSource("topic", List.of("a", "b"), BITS, weights, 0.1, new float[] {0, 0.5f}, 1);
        return new ModelBuilder().head(head).write(folder);
    }

    private Path weights() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".weights"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertRefused(Path directory, String reason) {
        assertThatThrownBy(() -> ModelDirectory.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining(reason);
    }
}
