package io.strowger.models.training;

import io.strowger.models.Analysis;
import io.strowger.models.data.LabelledText;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.text.NgramScanner;
import io.strowger.models.text.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains the language head: one regression for each script in which several languages are written. Besides each sentence
 * it learns a word and a pair of words out of it, because messages are short.
 */
final class LanguageTraining {
    // Rarer than this within a language, a script is a quotation or a name.
    private static final double SMALLEST_SHARE = 0.03;
    private static final int UNUSED_BITS = 6;
    private static final float FRAGMENT_WEIGHT = 0.5f;

    private final List<String> labels;
    private final long seed;
    private final TrainingProgress progress;
    private final NgramScanner scanner = new NgramScanner(UNUSED_BITS, LanguageSettings.BITS);
    private double heldOutAccuracy;

    LanguageTraining(List<String> labels, long seed, TrainingProgress progress) {
        this.labels = labels;
        this.seed = seed;
        this.progress = progress;
    }

    /** Adds the language head to a model; {@code dev} calibrates it, without it a tenth of the rows. */
    void addTo(ModelBuilder model, List<LabelledText> rows, @Nullable List<LabelledText> dev) {
        int[][] counts = countByScript(rows);
        model.languages(labels);
        int weighed = 0;
        for (Script script : Script.values()) {
            int[] languages = languages(counts, script);
            if (languages.length == 1) {
                model.script(script, languages[0], confidence(counts, script, languages[0]));
            } else if (languages.length > 1) {
                HeadTraining.Trained trained = train(script, languages, rows, dev);
                model.script(script, languages, trained.head());
                int size = Arrays.stream(languages)
                        .map(language -> counts[language][script.code()])
                        .sum();
                heldOutAccuracy = (heldOutAccuracy * weighed + trained.heldOutAccuracy() * size) / (weighed + size);
                weighed += size;
            }
        }
    }

    /** The accuracy on held-out rows within their scripts. */
    double heldOutAccuracy() {
        return heldOutAccuracy;
    }

    private int[][] countByScript(List<LabelledText> rows) {
        int[][] counts = new int[labels.size()][Script.count()];
        for (LabelledText row : rows) {
            counts[labels.indexOf(row.label())][scriptOf(row.text()).code()]++;
        }
        return counts;
    }

    private int[] languages(int[][] counts, Script script) {
        List<Integer> languages = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            int rows = counts[label][script.code()];
            if (rows > 0
                    && rows >= SMALLEST_SHARE * Arrays.stream(counts[label]).sum()) {
                languages.add(label);
            }
        }
        return languages.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int confidence(int[][] counts, Script script, int language) {
        int all = 0;
        for (int[] count : counts) {
            all += count[script.code()];
        }
        return (int) ((long) counts[language][script.code()] * (Analysis.ONE - 1) / all);
    }

    private HeadTraining.Trained train(
            Script script, int[] languages, List<LabelledText> rows, @Nullable List<LabelledText> dev) {
        List<String> names = Arrays.stream(languages).mapToObj(labels::get).toList();
        int bits = LanguageSettings.bits(script);
        SoftmaxSettings settings = LanguageSettings.of(script, seed);
        HeadTraining training = new HeadTraining(
                LinearModel.LANGUAGE_TASK + ", " + script.title(), names, settings, LanguageSettings.PRUNED, progress);
        Examples examples = examples(script, names, bits, rows);
        return dev == null ? training.run(examples) : training.run(examples, examples(script, names, bits, dev));
    }

    private Examples examples(Script script, List<String> names, int bits, List<LabelledText> rows) {
        int[] counts = new int[names.size()];
        int largest = 1;
        for (LabelledText row : rows) {
            int label = names.indexOf(row.label());
            if (label >= 0) {
                largest = Math.max(largest, ++counts[label]);
            }
        }
        Examples examples = new Examples();
        TextFragments fragments = new TextFragments(seed);
        for (LabelledText row : rows) {
            int label = names.indexOf(row.label());
            if (label < 0) {
                continue;
            }
            // Rare languages count more, but not so much that their few sentences are learned by heart.
            float weight = (float) StrictMath.sqrt((double) largest / counts[label]);
            add(examples, script, row.text(), bits, label, weight);
            for (int words = 1; words <= 2; words++) {
                add(examples, script, fragments.of(row.text(), words), bits, label, weight * FRAGMENT_WEIGHT);
            }
        }
        return examples;
    }

    private void add(Examples examples, Script script, byte[] text, int bits, int label, float weight) {
        if (scriptOf(text) != script || scanner.letters(script) == 0) {
            return;
        }
        scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS);
        int[] buckets = Arrays.copyOf(scanner.languageBuckets(), scanner.languageCount());
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] >>>= LanguageSettings.BITS - bits;
        }
        examples.add(Features.ofParts(buckets), label, weight);
    }

    private Script scriptOf(byte[] text) {
        scanner.scan(text, 0, text.length);
        return scanner.dominantScript();
    }
}
