package io.strowger.verticles.projection;

import io.strowger.engine.internal.Bytes;
import java.util.List;
import java.util.Locale;

/** The journal's codes and lists as words. */
final class Words {
    private Words() {}

    /** A code's name as stores and answers write it, for example {@code not_responding}. */
    static String of(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }

    /** Texts that are joined by line feeds. */
    static List<String> lines(Bytes joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.toText().split("\n"));
    }
}
