package io.strowger.models.training;

import io.strowger.models.Tier;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to train, from what, to where.
 *
 * @param task the name of a head ({@code language}, {@code intent}, {@code sentiment}, {@code emotion}, {@code urgency})
 *     or a free name of lower-case letters, digits and hyphens; {@code language} gets the language model's own features; {@code builtin} makes all shipped heads again, run at the repository's root
 * @param data a TSV file, {@code label<TAB>text} a line, at least two labels; for {@code builtin} the folder of the
 *     public data sets
 * @param dev held-out examples in the same format, which choose the way to train and calibrate; without it every tenth
 *     line of {@code data} is held out for that
 * @param oos texts out of scope, whatever their label; the model learns to be unsure of their like. A language model does not use them
 * @param tier {@link Tier#INLINE} or {@link Tier#DEEP}
 * @param teacher who adds soft labels
 * @param out the model directory; it may exist, its model is then replaced atomically
 * @param seed decides the order of the examples; the same seed gives the same bytes
 */
public record TrainingOptions(
        String task,
        Path data,
        @Nullable Path dev,
        @Nullable Path oos,
        Tier tier,
        Teacher teacher,
        Path out,
        long seed) {
    /** The seed that is used when the caller names none. */
    public static final long DEFAULT_SEED = 42;

    public TrainingOptions {
        if (!task.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "task '" + task + "' is not a name of up to 64 lower-case letters, digits and hyphens");
        }
        if (tier == Tier.CASCADE) {
            throw new IllegalArgumentException(
                    "tier 'cascade' is not trained: train 'inline' and 'deep' into one directory");
        }
    }

    /** An inline model without teacher, dev file and out-of-scope file. */
    public static TrainingOptions inline(String task, Path data, Path out) {
        return new TrainingOptions(task, data, null, null, Tier.INLINE, Teacher.NONE, out, DEFAULT_SEED);
    }
}
