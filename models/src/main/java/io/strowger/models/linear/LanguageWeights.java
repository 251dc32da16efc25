package io.strowger.models.linear;

import io.strowger.models.text.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language head: the script that most letters belong to decides which languages are asked.
 *
 * @param bits language buckets are numbers of that many bits; a smaller table drops the low ones
 * @param labels language codes in the order of their indices
 * @param groups one for each script's code; {@code null} for a script in which no known language is written
 */
@SuppressWarnings("ArrayRecordComponent") // read by the analyzer as they are
record LanguageWeights(
        int bits, List<String> labels, @Nullable ScriptGroup[] groups) {
    LanguageWeights {
        labels = List.copyOf(labels);
        if (groups.length != Script.count()) {
            throw new IllegalArgumentException(
                    groups.length + " script groups are not the " + Script.count() + " that are needed");
        }
    }
}
