package io.strowger.verticles.config;

import java.util.List;
import java.util.Map;

/** A value of a YAML or JSON text with its place. */
sealed interface Node {
    Place place();

    /** What people call a value of this kind. */
    String kind();

    /** Keys and values in the order of the text. */
    record Mapping(Place place, Map<String, Node> entries, Map<String, Place> keys) implements Node {
        /** Where a key stands. */
        Place keyPlace(String key) {
            return keys.getOrDefault(key, place);
        }

        @Override
        public String kind() {
            return "a mapping of keys to values";
        }
    }

    /** Values in the order of the text. */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A text, a number or a truth value, as it was written. */
    record Scalar(Place place, String text, ScalarKind type) implements Node {
        @Override
        public String kind() {
            return switch (type) {
                case TEXT -> "a text";
                case NUMBER -> "a number";
                case TRUTH -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    /** What a scalar is. */
    enum ScalarKind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }
}
