package io.strowger.models.training;

import io.strowger.models.data.Cue;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.models.data.SupportFolder;
import io.strowger.models.data.SupportText;
import io.strowger.models.drift.References;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes all shipped weights again, byte-equal: the command {@code train --task builtin}. */
public final class BuiltinTraining {
    /** The task of {@link TrainingOptions} that stands for all shipped heads; its data is a folder of data sets. */
    public static final String TASK = "builtin";

    /** Where the repository keeps the project's own text, seen from its root. */
    public static final Path OWN_TEXT = Path.of("models", "data");

    private static final String INTENT = "intent";
    private static final String SENTIMENT = "sentiment";
    private static final String EMOTION = "emotion";
    private static final String URGENCY = "urgency";

    private final List<SupportText> own;
    private final List<Cue> cues;
    private final List<Cue> remarks;
    private final List<DataSource> sources;
    private final Path dataSets;
    private final TrainingProgress progress;
    private final Map<String, List<LabelledText>> sets = new HashMap<>();
    private final MessageFeatures features = new MessageFeatures(BuiltinSettings.BITS);

    private BuiltinTraining(Path ownText, Path dataSets, TrainingProgress progress) throws IOException {
        own = SupportFolder.read(ownText.resolve("support"));
        cues = Cue.read(ownText.resolve("cues.tsv"));
        remarks = Cue.read(ownText.resolve("remarks.tsv"));
        sources = DataSource.read(ownText.resolve("sources.tsv"));
        this.dataSets = dataSets;
        this.progress = progress;
    }

    /**
     * Trains every head of the shipped model. Takes a few minutes on the calling thread.
     *
     * @param ownText the folder with the project's own text and the list of sources, {@code models/data} in the repository
     * @param dataSets the folder with the public data sets, laid out as {@code <head>/<set>/{train,dev}.tsv}
     * @param out the model directory to write; {@code models/src/main/resources/io/strowger/models/builtin} ships it
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     */
    public static TrainingResult run(Path ownText, Path dataSets, Path out, TrainingProgress progress)
            throws IOException {
        return new BuiltinTraining(ownText, dataSets, progress).run(out);
    }

    private TrainingResult run(Path out) throws IOException {
        ModelBuilder model = new ModelBuilder();
        HeadTraining.Trained intent = train(INTENT, SupportText::intent);
        model.head(intent.head());
        model.head(train(SENTIMENT, SupportText::sentiment).head());
        model.head(train(EMOTION, OwnText::emotion).head());
        model.head(train(URGENCY, SupportText::urgency).head());
        addLanguages(model);
        addReferences(model);
        String version = model.write(out);
        return new TrainingResult(
                out,
                version,
                own.size(),
                intent.head().labels(),
                intent.head().temperature(),
                intent.heldOutAccuracy());
    }

    /** How the model answers our own text that it was not trained on. */
    private void addReferences(ModelBuilder model) throws IOException {
        LinearModel made = model.build();
        List<byte[]> texts = own.stream()
                .filter(SupportText::isHeldOut)
                .map(SupportText::text)
                .toList();
        for (String task : made.tasks()) {
            model.reference(References.of(task, made.classifier(task), texts));
        }
    }

    private HeadTraining.Trained train(String head, Function<SupportText, String> label) throws IOException {
        List<String> labels = labels(head, label);
        float weight = BuiltinSettings.ownWeight(head);
        HeadTraining training =
                new HeadTraining(head, labels, BuiltinSettings.of(head), BuiltinSettings.PRUNED, progress);
        Examples foreign = new Examples();
        for (DataSource source : sources) {
            if (source.head().equals(head)) {
                for (LabelledText row : source.rows(set(source.set(), "train"))) {
                    foreign.add(features.of(row.text()), labels.indexOf(row.label()), source.weight());
                }
            }
        }
        addCues(foreign, cues, head, labels, BuiltinSettings.CUE_WEIGHT);
        addCues(foreign, remarks, head, labels, BuiltinSettings.REMARK_WEIGHT);
        Examples all = with(foreign, row -> !row.isHeldOut(), labels, label, weight);
        if (head.equals(EMOTION)) {
            Examples calibration = new Examples();
            for (LabelledText row : set(BuiltinSettings.EMOTION_SET, "dev")) {
                calibration.add(features.of(row.text()), labels.indexOf(row.label()), 1);
            }
            return training.run(balanced(head, all), calibration);
        }
        Calibration calibration = new Calibration();
        for (int i = 0; i < SupportText.CALIBRATION_PARTS; i++) {
            int part = i;
            Examples most =
                    with(foreign, row -> !row.isHeldOut() && row.calibrationPart() != part, labels, label, weight);
            Examples heldOut = with(new Examples(), row -> row.calibrationPart() == part, labels, label, 1);
            training.rehearse(balanced(head, most), heldOut, " (calibration " + (part + 1) + ")", calibration);
        }
        return training.run(balanced(head, all), calibration, BuiltinSettings.strangersTemperature(head));
    }

    /** Some examples and those of our own messages that are chosen. */
    private Examples with(
            Examples others,
            Predicate<SupportText> chosen,
            List<String> labels,
            Function<SupportText, String> label,
            float weight) {
        Examples all = others.with(new Examples());
        addOwn(all, chosen, labels, label, weight);
        return all;
    }

    private static Examples balanced(String head, Examples examples) {
        return examples.balanced(BuiltinSettings.rareLabels(head));
    }

    private void addCues(Examples examples, List<Cue> from, String head, List<String> labels, float weight) {
        for (Cue cue : from) {
            if (cue.head().equals(head)) {
                examples.add(features.of(cue.text()), labels.indexOf(cue.label()), weight);
            }
        }
    }

    private void addOwn(
            Examples examples,
            Predicate<SupportText> chosen,
            List<String> labels,
            Function<SupportText, String> label,
            float weight) {
        for (SupportText row : own) {
            if (!chosen.test(row)) {
                continue;
            }
            int index = labels.indexOf(label.apply(row));
            examples.add(features.of(row.text()), index, weight);
            byte[] plain = OwnText.withoutAccents(row.text());
            if (!Arrays.equals(plain, row.text())) {
                examples.add(features.of(plain), index, weight * BuiltinSettings.PLAIN_WEIGHT);
            }
        }
    }

    private List<String> labels(String head, Function<SupportText, String> label) throws IOException {
        TreeSet<String> labels = new TreeSet<>();
        own.forEach(row -> labels.add(label.apply(row)));
        for (DataSource source : sources) {
            if (source.head().equals(head)) {
                source.rows(set(source.set(), "train")).forEach(row -> labels.add(row.label()));
            }
        }
        return List.copyOf(labels);
    }

    private void addLanguages(ModelBuilder model) throws IOException {
        List<LabelledText> rows = new ArrayList<>();
        List<LabelledText> dev = new ArrayList<>();
        for (DataSource source : sources) {
            if (source.head().equals(LinearModel.LANGUAGE_TASK)) {
                rows.addAll(source.rows(set(source.set(), "train")));
                dev.addAll(source.rows(set(source.set(), "dev")));
            }
        }
        for (SupportText row : own) {
            if (!row.isHeldOut()) {
                rows.add(new LabelledText(row.language(), row.text(), 0));
            }
        }
        for (Cue cue : cues) {
            if (cue.head().equals(LinearModel.LANGUAGE_TASK)) {
                rows.addAll(Collections.nCopies(
                        BuiltinSettings.LANGUAGE_CUE_COPIES, new LabelledText(cue.label(), cue.text(), 0)));
            }
        }
        TreeSet<String> labels = new TreeSet<>();
        rows.forEach(row -> labels.add(row.label()));
        new LanguageTraining(List.copyOf(labels), BuiltinSettings.SEED, progress).addTo(model, rows, dev);
    }

    private List<LabelledText> set(String name, String part) throws IOException {
        String file = name + "/" + part + ".tsv";
        List<LabelledText> rows = sets.get(file);
        if (rows == null) {
            rows = LabelledFile.read(dataSets.resolve(file)).rows();
            sets.put(file, rows);
        }
        return rows;
    }
}
