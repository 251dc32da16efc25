package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.Tier;
import io.strowger.models.data.LabelledDataException;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final String[] ITEMS = {"lamp", "chair", "phone", "coat", "bike", "book", "table", "watch", "bag"};

    @TempDir
    Path folder;

    private Path data;
    private Path out;

    @BeforeEach
    void writeData() throws IOException {
        data = folder.resolve("data.tsv");
        out = folder.resolve("model");
        List<String> lines = new ArrayList<>();
        for (String item : ITEMS) {
            lines.add("track\twhere is my " + item + "?");
            lines.add("cancel\tplease cancel the " + item);
            lines.add("return\tI want to return this " + item);
        }
        Files.write(data, lines);
    }

    @Test
    void shouldLearnWhatTheDataSays() throws IOException {
        TrainingResult result = Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT);

        assertThat(result.rows()).isEqualTo(3 * ITEMS.length);
        assertThat(result.labels()).containsExactly("cancel", "return", "track");
        TextClassifier classifier = ModelDirectory.read(out).classifier("topic");
        assertThat(answer(classifier, "where is my sofa")).isEqualTo("track");
        assertThat(answer(classifier, "cancel the sofa")).isEqualTo("cancel");
        assertThat(classifier.confidence()).isGreaterThan(5000);
    }

    /** The version is a hash of all bytes: it must be this one on every machine and JDK. */
    @Test
    void shouldMakeTheSameBytesEverywhere() throws IOException {
        String first = Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT)
                .version();
        String again = Training.run(
                        TrainingOptions.inline("topic", data, folder.resolve("again")), TrainingProgress.SILENT)
                .version();

        assertThat(again).isEqualTo(first).isEqualTo("da5c68351592a7e0");
    }

    @Test
    void shouldMakeOtherBytesWithAnotherSeed() throws IOException {
        String first = Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT)
                .version();
        TrainingOptions other = new TrainingOptions("topic", data, null, null, Tier.INLINE, Teacher.NONE, out, 43);

        assertThat(Training.run(other, TrainingProgress.SILENT).version()).isNotEqualTo(first);
    }

    @Test
    void shouldTrainALanguageModelWithAScriptGate() throws IOException {
        Path languages = folder.resolve("languages.tsv");
        List<String> lines = new ArrayList<>();
        for (String item : ITEMS) {
            lines.add("en\twhere is the " + item + " that I ordered");
            lines.add("de\two ist die Ware " + item + ", die ich bestellt habe");
            lines.add("el\tπού είναι η παραγγελία μου " + item.length());
        }
        Files.write(languages, lines);

        Training.run(TrainingOptions.inline("language", languages, out), TrainingProgress.SILENT);

        LinearModel model = ModelDirectory.read(out);
        assertThat(model.tasks()).containsExactly("language");
        TextClassifier classifier = model.classifier("language");
        assertThat(answer(classifier, "which one is that")).isEqualTo("en");
        assertThat(answer(classifier, "die habe ich bestellt")).isEqualTo("de");
        assertThat(answer(classifier, "γεια")).isEqualTo("el");
        assertThat(classifier.confidence()).isGreaterThan(9900);
    }

    @Test
    void shouldCalibrateOnTheDevFileWhenThereIsOne() throws IOException {
        Path dev = folder.resolve("dev.tsv");
        Files.writeString(dev, "track\twhere is my sofa\ncancel\tcancel the sofa\n");

        TrainingResult result = Training.run(withDev(dev), TrainingProgress.SILENT);

        assertThat(result.heldOutAccuracy()).isEqualTo(1);
    }

    @Test
    void shouldNameTheLineWhenTheDevFileHasAnUnknownLabel() throws IOException {
        Path dev = folder.resolve("dev.tsv");
        Files.writeString(dev, "track\twhere is my sofa\ntrakc\twhere is it\n");

        assertThatThrownBy(() -> Training.run(withDev(dev), TrainingProgress.SILENT))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("dev.tsv:2: has the label 'trakc'");
    }

    @Test
    void shouldRefuseASingleLabel() throws IOException {
        Files.writeString(data, "track\twhere is it\ntrack\twhere\n");

        assertThatThrownBy(() -> Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("has only the label 'track'");
        assertThat(out).doesNotExist();
    }

    @Test
    void shouldRefuseAFileAsModelDirectoryBeforeItTrains() {
        assertThatThrownBy(() -> Training.run(TrainingOptions.inline("topic", data, data), TrainingProgress.SILENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(data + ": is a file, not a directory");
    }

    @Test
    void shouldRefuseAThousandLabelsAndMore() throws IOException {
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i <= 1000; i++) {
            swapped.append("text number ").append(i).append("\tlabel\n");
        }
        Files.writeString(data, swapped.toString());

        assertThatThrownBy(() -> Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("has 1001 labels, more than 1000");
    }

    @Test
    void shouldRefuseATaskWithAStrangeName() {
        assertThatThrownBy(() -> TrainingOptions.inline("../up", data, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../up'");
    }

    @Test
    void shouldBeginWithWhatTheShippedHeadKnows() throws IOException {
        Path moods = folder.resolve("moods.tsv");
        List<String> lines = new ArrayList<>();
        for (String item : ITEMS) {
            lines.add("negative\tthis " + item + " is dreadful");
            lines.add("positive\tthis " + item + " is splendid");
        }
        Files.write(moods, lines);

        Training.run(TrainingOptions.inline("sentiment", moods, out), TrainingProgress.SILENT);

        TextClassifier classifier = ModelDirectory.read(out).classifier("sentiment");
        assertThat(answer(classifier, "I am so happy, thank you!")).isEqualTo("positive");
        assertThat(answer(classifier, "terrible service, I am angry")).isEqualTo("negative");
    }

    @Test
    void shouldBeLessSureOfTextsOutOfScope() throws IOException {
        Path oos = folder.resolve("oos.tsv");
        List<String> lines = new ArrayList<>();
        for (String item : ITEMS) {
            lines.add("oos\twho invented the " + item);
        }
        Files.write(oos, lines);
        TrainingOptions options = new TrainingOptions("topic", data, null, oos, Tier.INLINE, Teacher.NONE, out, 42);

        Training.run(TrainingOptions.inline("topic", data, out), TrainingProgress.SILENT);
        TextClassifier unaware = ModelDirectory.read(out).classifier("topic");
        answer(unaware, "who invented the sofa");
        Training.run(options, TrainingProgress.SILENT);
        TextClassifier aware = ModelDirectory.read(out).classifier("topic");
        answer(aware, "who invented the sofa");

        assertThat(aware.confidence()).isLessThan(unaware.confidence());
        assertThat(answer(aware, "where is my sofa")).isEqualTo("track");
    }

    /** Neither words nor parts of words are in the data: the shipped vectors know what they are like. */
    @Test
    void shouldAnswerForWordsThatTheDataLacks() throws IOException {
        Path topics = folder.resolve("topics.tsv");
        List<String> lines = new ArrayList<>();
        for (String place : List.of("Rome", "Oslo", "Paris", "Lima")) {
            lines.add("weather\twill it rain in " + place);
            lines.add("weather\thow warm is " + place);
            lines.add("music\tplay a song from " + place);
            lines.add("music\twhich singer comes from " + place);
        }
        Files.write(topics, lines);

        Training.run(TrainingOptions.inline("topic", topics, out), TrainingProgress.SILENT);

        TextClassifier classifier = ModelDirectory.read(out).classifier("topic");
        assertThat(answer(classifier, "snow and thunder tomorrow")).isEqualTo("weather");
        assertThat(answer(classifier, "guitar concert album")).isEqualTo("music");
    }

    @Test
    void shouldReportItsProgress() throws IOException {
        List<String> phases = new ArrayList<>();

        Training.run(TrainingOptions.inline("topic", data, out), (phase, done, total) -> {
            assertThat(done).isBetween(1, total);
            phases.add(phase);
        });

        assertThat(phases).contains("topic", "topic (calibration)");
    }

    private TrainingOptions withDev(Path dev) {
        return new TrainingOptions("topic", data, dev, null, Tier.INLINE, Teacher.NONE, out, 42);
    }

    private static String answer(TextClassifier classifier, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return classifier.labels().get(classifier.classify(bytes, 0, bytes.length));
    }
}
