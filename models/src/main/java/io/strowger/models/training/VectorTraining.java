package io.strowger.models.training;

import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.models.data.SupportFolder;
import io.strowger.models.data.SupportText;
import io.strowger.models.deep.PackagedEncoder;
import io.strowger.models.deep.SentenceEncoder;
import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the shipped {@link KnownVectors} again: the command {@code train --task builtin-vectors}. The packaged encoder says what
 * English texts of many kinds mean; the main axes of that are learned from the texts' n-grams. Labels play no part.
 */
public final class VectorTraining {
    /** The task of {@link TrainingOptions} that stands for the vectors; its data is a folder of data sets. */
    public static final String TASK = "builtin-vectors";

    private static final PackagedEncoder ENCODER = PackagedEncoder.BGE_SMALL;
    private static final String LANGUAGE = "en";
    private static final int DIMENSIONS = 64;

    private VectorTraining() {}

    /**
     * Encodes, learns and writes. Takes ten minutes or so on the calling thread.
     *
     * @param ownText the folder with the project's own text and the list of sources
     * @param dataSets the folder with the public data sets
     * @param out the model directory to write; {@code models/src/main/resources/io/strowger/models/vectors} ships it
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     */
    public static TrainingResult run(Path ownText, Path dataSets, Path out, TrainingProgress progress)
            throws IOException {
        List<LabelledText> rows = rows(ownText, dataSets);
        List<float[]> encoded;
        try (SentenceEncoder encoder = SentenceEncoder.open(ENCODER)) {
            encoded = new EncodedTexts(encoder, progress).of(rows, "vectors (encoding)");
        }
        List<float[]> vectors = new MainAxes(encoded, DIMENSIONS).of(encoded);
        MessageFeatures features = new MessageFeatures(BuiltinSettings.BITS);
        List<Features> examples =
                rows.stream().map(row -> features.of(row.text())).toList();
        BucketVectors.Learned learned =
                BucketVectors.learn(examples, vectors, BuiltinSettings.BITS, BuiltinSettings.SEED, progress);
        List<String> names =
                IntStream.range(0, DIMENSIONS).mapToObj(d -> "v" + d).toList();
        HeadSource head = Quantizer.quantize(KnownVectors.HEAD, names, learned.weights(), BuiltinSettings.PRUNED);
        String version = new ModelBuilder().head(head).write(out);
        return new TrainingResult(out, version, rows.size(), names, 1, learned.explained());
    }

    private static List<LabelledText> rows(Path ownText, Path dataSets) throws IOException {
        List<LabelledText> rows = new ArrayList<>();
        for (DataSource source : DataSource.read(ownText.resolve("sources.tsv"))) {
            if (source.head().equals(KnownVectors.HEAD)) {
                rows.addAll(source.rows(LabelledFile.read(dataSets.resolve(source.set() + "/train.tsv"))
                        .rows()));
            }
        }
        for (SupportText row : SupportFolder.read(ownText.resolve("support"))) {
            if (row.language().equals(LANGUAGE) && !row.isHeldOut()) {
                rows.add(new LabelledText(row.intent(), row.text(), 0));
            }
        }
        return rows;
    }
}
