package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.text.Script;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights files whose checksum fits and whose numbers claim what is not there. */
class LyingLengthsTest {
    @Test
    void shouldTakeNoMemoryForATableThatIsOnlyClaimed() throws IOException {
        assertRefused(payload(out -> head(out, "topic", 0, 1), 24, 4096), "a table of 2^24 buckets and 4096 outputs");
        assertRefused(payload(out -> head(out, "topic", 0, 1), 40, 2), "a table of 2^40 buckets");
    }

    @Test
    void shouldTakeNoMemoryForWeightsThatAreOnlyClaimed() throws IOException {
        byte[] payload = payload(out -> {
            head(out, "topic", 0, 1);
            out.writeByte(6);
            out.writeShort(2);
            out.write(new byte[8]);
            byte[] lengths = new byte[256];
            lengths[0] = 1;
            lengths[1] = 1;
            out.write(lengths);
            out.writeInt(Integer.MAX_VALUE);
        });

        assertRefused(payload, Integer.MAX_VALUE + " bytes of weights where 0 are left");
    }

    @Test
    void shouldSayThatAPayloadEndsEarly() throws IOException {
        assertRefused(payload(out -> head(out, "topic", 0, 1)), "it ends early");
        assertRefused(new byte[0], "it ends early");
    }

    @Test
    void shouldRefuseLabelsThatNobodyCouldRead() throws IOException {
        for (String label : List.of("", "a\nb", "\t", "a\u0000", "\u0085")) {
            byte[] payload = payload(out -> {
                out.writeBoolean(true);
                out.writeByte(1);
                out.writeUTF("topic");
                out.writeShort(2);
                out.writeUTF("a");
                out.writeUTF(label);
            });
            assertRefused(payload, "an empty label or one with a control character");
        }
    }

    @Test
    void shouldRefuseAModelWithoutHeads() {
        assertRefused(new byte[] {0, 0}, "it has no head");
    }

    @Test
    void shouldAnswerWhenLogitsAreFurtherApartThanNumbersGo() throws IOException {
        byte[] weights = new byte[2 << 6];
        HeadSource head =
                new HeadSource("intent", List.of("a", "b"), 6, weights, 0.1, new float[] {32_767, -32_768}, 1);
        TextAnalyzer analyzer =
                InlineModels.analyzer(new ModelBuilder().head(head).build());
        Analysis analysis = new Analysis();
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        analyzer.analyze(text, 0, text.length, analysis);

        assertThat(analysis.confidence(Head.INTENT)).isEqualTo(Analysis.ONE);
    }

    @Test
    void shouldRefuseLanguagesOfImpossibleFeatures() throws IOException {
        byte[] payload = payload(out -> {
            out.writeBoolean(false);
            out.writeBoolean(true);
            out.writeByte(31);
        });
        assertRefused(payload, "language features of 31 bits");
        byte[] certain = payload(out -> {
            out.writeBoolean(false);
            out.writeBoolean(true);
            out.writeByte(6);
            out.writeShort(1);
            out.writeUTF("en");
            for (int script = 0; script < Script.count(); script++) {
                out.writeShort(1);
                out.writeShort(0);
                out.writeShort(60_000);
                out.writeBoolean(false);
            }
        });
        assertRefused(certain, "a confidence of 60000");
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] payload(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.write(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] payload(Content content, int bits, int outputs) throws IOException {
        return payload(out -> {
            content.write(out);
            out.writeByte(bits);
            out.writeShort(outputs);
        });
    }

    /** Message features with one head of two labels. */
    private static void head(DataOutputStream out, String name, int firstOutput, long scale) throws IOException {
        out.writeBoolean(true);
        out.writeByte(1);
        out.writeUTF(name);
        out.writeShort(2);
        out.writeUTF("a");
        out.writeUTF("b");
        out.writeShort(firstOutput);
        out.writeLong(scale);
        out.writeInt(0);
        out.writeInt(0);
    }

    private static void assertRefused(byte[] payload, String why) {
        assertThatThrownBy(() -> WeightsFormat.decode("a.weights", WeightsFormat.file(payload), "0"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("a.weights ")
                .hasMessageContaining(why);
    }
}
