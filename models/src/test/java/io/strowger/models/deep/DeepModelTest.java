package io.strowger.models.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepModelTest {
    private static final int BITS = 6;
    private static final List<String> LABELS = List.of("a", "b");

    @TempDir
    Path folder;

    @Test
    void shouldReadWhatWasWritten() throws IOException {
        String version = write();

        DeepModel model = DeepModel.read(folder);

        assertThat(model.version()).isEqualTo(version);
        assertThat(model.encoder()).isEqualTo(PackagedEncoder.MINILM);
        assertThat(model.encoderVersion()).isEqualTo("minilm-1");
        DeepHead head = model.head("topic");
        assertThat(head.labels()).isEqualTo(LABELS);
        assertThat(head.dimensions()).isEqualTo(3);
        assertThat(head.weights()).containsExactly(1, -1, 0.5f, 0, 0, 0.25f);
        assertThat(head.biases()).containsExactly(0.1f, 0);
        assertThat(head.vectorFactor()).isEqualTo(2);
        assertThat(head.wordsFactor()).isEqualTo(0.5);
        assertThat(head.words().labels("topic")).isEqualTo(LABELS);
    }

    @Test
    void shouldAnswerByVectorAndWords() throws IOException {
        write();
        DeepClassifier classifier = new DeepClassifier(DeepModel.read(folder).head("topic"), new Fixed());
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);

        int label = classifier.classify(text, 0, text.length);

        // 2 * (0.1 + 1) against 2 * -1, and the words' biases 0 against 0.5 * 1
        assertThat(label).isZero();
        assertThat(classifier.confidence()).isBetween(9740, 9780);
        assertThat(classifier.probability(0) + classifier.probability(1)).isBetween(0.999, 1.001);
    }

    @Test
    void shouldKeepTheInlinePartAndForgetTheThreshold() throws IOException {
        new ModelBuilder().head(words()).write(folder);
        assertThatThrownBy(() -> DeepModel.read(folder)).hasMessageContaining("has no deep part");

        write();
        ModelParts.cascadeBelow(folder, 8123);

        assertThat(ModelDirectory.read(folder).tasks()).containsExactly("topic");
        assertThat(ModelParts.cascadeBelow(folder)).isEqualTo(8123);
        write();
        assertThat(ModelParts.cascadeBelow(folder)).isEqualTo(-1);
        ModelParts.cascadeBelow(folder, 8123);
        new ModelBuilder().head(words()).write(folder);
        assertThat(ModelParts.cascadeBelow(folder)).isEqualTo(-1);
        assertThat(DeepModel.read(folder).heads()).hasSize(1);
    }

    @Test
    void shouldSayWhatIsWrongWithAPart() throws IOException {
        assertThatThrownBy(() -> DeepModel.read(folder)).hasMessageContaining("is not a model directory");
        Path file = folder.resolve("deep-" + write() + ".weights");
        byte[] whole = Files.readAllBytes(file);
        byte[] newer = whole.clone();
        newer[11] = 2;
        for (byte[] bytes : List.of(new byte[0], Arrays.copyOf(whole, 30), Arrays.copyOf(whole, whole.length - 1))) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> DeepModel.read(folder))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(file.toString());
            assertThatThrownBy(() -> DeepFormat.decode("part", bytes)).isInstanceOf(ModelFormatException.class);
        }
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x11;
            assertThatThrownBy(() -> DeepFormat.decode("part", damaged)).isInstanceOf(ModelFormatException.class);
        }
        assertThatThrownBy(() -> DeepFormat.decode("part", newer)).hasMessageContaining("has format 2");
        Files.delete(file);
        assertThatThrownBy(() -> DeepModel.read(folder)).hasMessageContaining("is missing, but the manifest names it");
    }

    @Test
    void shouldRefuseAnotherEncoder() throws IOException {
        write();

        assertThatThrownBy(() -> DeepModel.read(folder).openEncoder())
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("was trained with the encoder minilm-1");
    }

    private String write() throws IOException {
        DeepHead head = new DeepHead(
                "topic",
                LABELS,
                new float[] {1, -1, 0.5f, 0, 0, 0.25f},
                new float[] {0.1f, 0},
                2,
                new ModelBuilder().head(words()).build(),
                0.5);
        return DeepModel.write(folder, PackagedEncoder.MINILM, "minilm-1", List.of(head));
    }

    private static HeadSource words() {
        return new HeadSource("topic", LABELS, BITS, new byte[2 << BITS], 0.1, new float[] {0, 1}, 1);
    }

    /** Gives every text the same vector: what is tested here is not the encoder. */
    private static final class Fixed implements TextEncoder {
        @Override
        public float[] encode(String text) {
            return new float[] {1, 0, 0};
        }

        @Override
        public int dimensions() {
            return 3;
        }

        @Override
        public String version() {
            return "fixed";
        }

        @Override
        public void close() {}
    }
}
