package io.strowger.models.deep;

import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.ModelParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The deep part of a model directory: heads over the vectors of one encoder. Immutable and shared; {@link DeepClassifier}
 * is what a thread asks.
 *
 * @param version the hash of the content, in lower-case hexadecimal digits
 * @param encoder the encoder that the heads were trained with
 * @param encoderVersion its {@link TextEncoder#version()}
 * @param heads at least one
 */
public record DeepModel(String version, PackagedEncoder encoder, String encoderVersion, List<DeepHead> heads) {
    public DeepModel {
        heads = List.copyOf(heads);
    }

    /**
     * Reads the deep part of a directory.
     *
     * @throws ModelFormatException when there is none, or it is damaged or newer than this build
     */
    public static DeepModel read(Path directory) throws IOException {
        byte[] bytes = ModelParts.read(directory, ModelParts.DEEP);
        if (bytes == null) {
            throw new ModelFormatException(
                    directory, "has no deep part; 'train --tier deep' into the same directory adds one");
        }
        return DeepFormat.decode(
                directory.resolve(ModelParts.DEEP + "-*.weights").toString(), bytes);
    }

    /**
     * Writes the deep part of a directory; the one that was there is replaced atomically, the inline part stays.
     *
     * @return the version
     */
    public static String write(Path directory, PackagedEncoder encoder, String encoderVersion, List<DeepHead> heads)
            throws IOException {
        return ModelParts.write(directory, ModelParts.DEEP, DeepFormat.encode(encoder, encoderVersion, heads));
    }

    /**
     * The head of a task.
     *
     * @throws IllegalArgumentException when there is none
     */
    public DeepHead head(String task) {
        for (DeepHead head : heads) {
            if (head.task().equals(task)) {
                return head;
            }
        }
        throw new IllegalArgumentException(
                "the deep part answers " + heads.stream().map(DeepHead::task).toList() + ", not '" + task + "'");
    }

    /**
     * Loads the encoder that the heads were trained with.
     *
     * @throws ModelFormatException when the packaged one is another
     * @throws IOException when it can't be loaded
     */
    public SentenceEncoder openEncoder() throws IOException {
        SentenceEncoder opened = SentenceEncoder.open(encoder);
        if (!opened.version().equals(encoderVersion)) {
            opened.close();
            throw new ModelFormatException("the deep part was trained with the encoder " + encoderVersion
                    + ", this build has " + opened.version() + "; train the deep part again");
        }
        return opened;
    }
}
