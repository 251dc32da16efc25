package io.strowger.models.explain;

import io.strowger.models.text.FeatureTrace.Kind;
import java.util.List;

/**
 * A piece of a text that spoke for a label or against it.
 *
 * @param kind what it is
 * @param text the piece as it stands in the text, a word's edge as a space; a description for a {@link Kind#SHAPE}
 * @param startByte where it begins in the text's UTF-8, the first time
 * @param endByte where it ends
 * @param bucket the number by which the model knows it; n-grams with the same number share a weight
 * @param weight what it adds to the logarithm of the odds of the label against the runner-up; negative: it spoke against
 *     the label
 * @param shared other pieces of this text that have the same number by chance: the weight counts once for all of them
 */
public record Evidence(
        Kind kind, String text, int startByte, int endByte, int bucket, double weight, List<String> shared) {
    public Evidence {
        shared = List.copyOf(shared);
    }
}
