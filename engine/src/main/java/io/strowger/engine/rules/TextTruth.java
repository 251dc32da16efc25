package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about texts. */
abstract class TextTruth extends Truth {
    /** A relation between two texts. */
    static final class Related extends TextTruth {
        private final TextRelation relation;
        private final Text left;
        private final Text right;

        Related(TextRelation relation, Text left, Text right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            Bytes first = left.of(input);
            if (first == null) {
                return MISSING;
            }
            // The second text may come in the same slice, so what the first one points at is kept here.
            byte[] array = first.array();
            int offset = first.offset();
            int length = first.length();
            Bytes second = right.of(input);
            return second == null ? MISSING : of(relation.holds(array, offset, length, second));
        }
    }

    /** A text is one of a list. */
    static final class OneOf extends TextTruth {
        private final Text text;
        private final Bytes[] list;

        OneOf(Text text, List<String> list) {
            this.text = text;
            this.list = list.stream().map(Bytes::of).toArray(Bytes[]::new);
        }

        @Override
        int of(RuleInput input) {
            @Nullable Bytes value = text.of(input);
            if (value == null) {
                return MISSING;
            }
            for (Bytes each : list) {
                if (each.contentEquals(value)) {
                    return TRUE;
                }
            }
            return FALSE;
        }
    }

    /** The message has it. */
    static final class Present extends TextTruth {
        private final Text text;

        Present(Text text) {
            this.text = text;
        }

        @Override
        int of(RuleInput input) {
            return of(text.of(input) != null);
        }
    }
}
