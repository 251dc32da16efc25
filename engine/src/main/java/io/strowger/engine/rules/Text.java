package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/** A part of a condition that is a text. Immutable, without allocation. */
abstract class Text {
    /** The text, or null when the message does not have it. The slice is valid until the next text is asked for. */
    abstract @Nullable Bytes of(RuleInput input);

    /** Written in the condition itself. */
    static final class Constant extends Text {
        private final Bytes value;

        Constant(String value) {
            this.value = Bytes.of(value);
        }

        @Override
        Bytes of(RuleInput input) {
            return value;
        }
    }

    /** What the message says about itself; empty where the source gave nothing. */
    static final class Field extends Text {
        private final MessageField field;

        Field(MessageField field) {
            this.field = field;
        }

        @Override
        @Nullable
        Bytes of(RuleInput input) {
            Bytes value = field.of(input.message());
            return value.isEmpty() && field.mayBeAbsent() ? null : value;
        }
    }

    /** An attribute of the message. */
    static final class Attribute extends Text {
        private final Bytes key;

        Attribute(String key) {
            this.key = Bytes.of(key);
        }

        @Override
        @Nullable
        Bytes of(RuleInput input) {
            return input.attribute(key);
        }
    }

    /** What a model says. */
    static final class Label extends Text {
        private final Head head;

        Label(Head head) {
            this.head = head;
        }

        @Override
        @Nullable
        Bytes of(RuleInput input) {
            return input.label(head);
        }
    }

    /** One of two, as a condition says. */
    static final class Choice extends Text {
        private final Truth condition;
        private final Text yes;
        private final Text no;

        Choice(Truth condition, Text yes, Text no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        @Nullable
        Bytes of(RuleInput input) {
            int value = condition.of(input);
            return value == Truth.MISSING ? null : (value == Truth.TRUE ? yes : no).of(input);
        }
    }
}
