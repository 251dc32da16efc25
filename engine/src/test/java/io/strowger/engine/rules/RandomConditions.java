package io.strowger.engine.rules;

import java.util.List;
import java.util.SplittableRandom;

/** Random conditions that type-check, over few values, so that comparisons often hold. */
final class RandomConditions {
    static final List<String> WORDS =
            List.of("de", "fr", "gold", "track_order", "a", "", "Äpfel", "deutsch", "web-chat");
    static final List<String> NUMBERS = List.of("5", "-3", "19.90", "4e1", "abc", "", "0.5");
    static final List<String> KEYS = List.of("order", "total", "tier");
    static final List<String> HEADS = List.of("language", "intent", "sentiment", "emotion", "urgency");
    private static final List<String> FIELDS = List.of("id", "name", "tier", "language");

    private final SplittableRandom random;

    RandomConditions(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        return truth(4);
    }

    private String truth(int depth) {
        if (depth == 0) {
            return oneOf(List.of("true", "false", has()));
        }
        int less = depth - 1;
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> "(" + truth(less) + " && " + truth(less) + ")";
            case 3, 4, 5 -> "(" + truth(less) + " || " + truth(less) + ")";
            case 6 -> "!" + "(" + truth(less) + ")";
            case 7 -> "(" + truth(less) + " ? " + truth(less) + " : " + truth(less) + ")";
            case 8, 9 -> text(less) + relation() + text(less);
            case 10 ->
                real(less)
                        + oneOf(List.of(" < ", " <= ", " > ", " >= "))
                        + (random.nextBoolean() ? real(less) : whole(less));
            case 11 -> whole(less) + relation() + whole(less);
            case 12 -> text(less) + "." + oneOf(List.of("startsWith", "endsWith", "contains")) + "(" + text(less) + ")";
            case 13 -> text(less) + " in [" + quoted() + ", " + quoted() + "]";
            default -> has();
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 7)) {
            case 0 -> quoted();
            case 1 -> oneOf(List.of("channel", "text", "conversation", "externalId"));
            case 2 -> "contact." + oneOf(FIELDS);
            case 3 -> "analysis." + oneOf(HEADS) + ".label";
            case 4 -> "attributes." + oneOf(KEYS);
            case 5 -> "attributes['" + oneOf(KEYS) + "']";
            default -> "(" + truth(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
        };
    }

    private String whole(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 7)) {
            case 0 -> "(" + (random.nextInt(9) - 4) + ")";
            case 1 -> oneOf(List.of("9223372036854775807", "2", "40"));
            case 2 -> "size(" + text(depth - 1) + ")";
            case 3 -> "int(" + text(depth - 1) + ")";
            case 4 -> "int(" + real(depth - 1) + ")";
            case 5 -> "-(" + whole(depth - 1) + ")";
            default ->
                "(" + whole(depth - 1) + oneOf(List.of(" + ", " - ", " * ", " / ", " % ")) + whole(depth - 1) + ")";
        };
    }

    private String real(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> oneOf(List.of("0.5", "0.0", "19.9", "(-0.25)", "1e300"));
            case 1 -> "analysis." + oneOf(HEADS) + ".confidence";
            case 2 -> "analysis.sentiment.score";
            case 3 -> "double(" + text(depth - 1) + ")";
            case 4 -> "double(" + whole(depth - 1) + ")";
            case 5 -> "(" + truth(depth - 1) + " ? " + real(depth - 1) + " : " + real(depth - 1) + ")";
            default -> "(" + real(depth - 1) + oneOf(List.of(" + ", " - ", " * ", " / ")) + real(depth - 1) + ")";
        };
    }

    private String has() {
        return switch (random.nextInt(4)) {
            case 0 -> "has(analysis." + oneOf(HEADS) + ")";
            case 1 -> "has(contact." + oneOf(FIELDS) + ")";
            case 2 -> "has(attributes." + oneOf(KEYS) + ")";
            default -> "'" + oneOf(KEYS) + "' in attributes";
        };
    }

    private String relation() {
        return oneOf(List.of(" == ", " == ", " != ", " < ", " <= ", " > ", " >= "));
    }

    private String quoted() {
        return "'" + oneOf(random.nextBoolean() ? WORDS : NUMBERS) + "'";
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
