package io.strowger.verticles.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a configuration value is written.
 *
 * @param description what is accepted, for the documentation
 * @param parser reads a value
 */
record ValueType<T extends @Nullable Object>(String description, Parser<T> parser) {
    /** Reads a value from its text. */
    interface Parser<T extends @Nullable Object> {
        /**
         * The value.
         *
         * @param base the directory that relative paths are taken from
         * @throws IllegalArgumentException with a sentence that says what is wrong
         */
        T parse(String text, Path base);
    }

    private ValueType(String description, Function<String, T> parser) {
        this(description, (text, base) -> parser.apply(text));
    }

    static ValueType<String> text() {
        return new ValueType<>("text", text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("it is empty");
            }
            return text;
        });
    }

    static ValueType<Boolean> flag() {
        return new ValueType<>("true or false", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("'" + text + "' is neither true nor false");
            }
            return text.equals("true");
        });
    }

    static ValueType<Integer> integer(int least, int most) {
        return new ValueType<>("whole number, " + least + " to " + most, text -> {
            long value = number(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException(text + " is not between " + least + " and " + most);
            }
            return (int) value;
        });
    }

    static ValueType<Double> decimal(double least, double most) {
        String range = BigDecimal.valueOf(least).stripTrailingZeros().toPlainString() + " to "
                + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString();
        return new ValueType<>("number, " + range, text -> {
            double value;
            try {
                value = new BigDecimal(text).doubleValue();
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is not a number", e);
            }
            if (value < least || value > most) {
                throw new IllegalArgumentException(text + " is not between " + range.replace(" to ", " and "));
            }
            return value;
        });
    }

    static ValueType<Integer> powerOfTwo(int least, int most) {
        return new ValueType<>("power of two, " + least + " to " + most, text -> {
            long value = number(text);
            if (value < least || value > most || Long.bitCount(value) != 1) {
                throw new IllegalArgumentException(text + " is not a power of two between " + least + " and " + most);
            }
            return (int) value;
        });
    }

    /** A whole number, or {@code auto} for 0. */
    static ValueType<Integer> automatic(int most) {
        return new ValueType<>("auto, or a whole number, 1 to " + most, text -> {
            if (text.equals("auto")) {
                return 0;
            }
            long value = number(text);
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(text + " is neither auto nor a number between 1 and " + most);
            }
            return (int) value;
        });
    }

    static ValueType<Long> size(long least, long most) {
        String range = Sizes.show(least) + " to " + Sizes.show(most);
        return new ValueType<>("size, " + range, text -> {
            long value = Sizes.parse(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException(text + " is not between " + range.replace(" to ", " and "));
            }
            return value;
        });
    }

    static ValueType<Duration> duration(Duration least, Duration most) {
        String range = Durations.show(least) + " to " + Durations.show(most);
        return new ValueType<>("duration, " + range, text -> {
            Duration value = Durations.parse(text);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(text + " is not between " + range.replace(" to ", " and "));
            }
            return value;
        });
    }

    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String choices = String.join(", ", names);
        return new ValueType<>("one of " + choices, text -> {
            int index = names.indexOf(text);
            if (index < 0) {
                throw new IllegalArgumentException("'" + text + "' is none of " + choices);
            }
            return type.getEnumConstants()[index];
        });
    }

    /** A path; a relative one is taken from the base. */
    static ValueType<Path> path() {
        return new ValueType<>("path", (text, base) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("it is empty");
            }
            try {
                return base.resolve(text).normalize();
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("'" + text + "' is not a path: " + e.getReason(), e);
            }
        });
    }

    /** A URI of one of the schemes; its text is not repeated in errors, because it may hold a password. */
    static ValueType<URI> uri(String... schemes) {
        String accepted = String.join(" or ", schemes);
        return new ValueType<>("URI, " + accepted, text -> {
            try {
                URI uri = new URI(text);
                if (!List.of(schemes).contains(uri.getScheme()) || uri.getHost() == null) {
                    throw new IllegalArgumentException("it is not a URI like " + schemes[0] + "://host:port");
                }
                return uri;
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("it is not a URI like " + schemes[0] + "://host:port", e);
            }
        });
    }

    static ValueType<Secret> secret() {
        return new ValueType<>("secret text", Secret::new);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }
}
