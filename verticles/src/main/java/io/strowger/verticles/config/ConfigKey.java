package io.strowger.verticles.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key of the server's configuration: the one definition that parsing, defaults, the shipped file and the documentation
 * are made from.
 *
 * @param name sections and name joined by dots
 * @param type how its value is written
 * @param byDefault the default as it would be written, null when the key may be absent
 * @param unit what a number counts, empty when the value says it
 * @param description one or two sentences
 */
record ConfigKey<T extends @Nullable Object>(
        String name, ValueType<T> type, @Nullable String byDefault, String unit, String description) {
    /** The name of the environment variable that overrides it. */
    String variable() {
        return "STROWGER_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether its value must never be shown, nor stand in a file that is shared. */
    boolean secret() {
        return name.endsWith("password");
    }
}
