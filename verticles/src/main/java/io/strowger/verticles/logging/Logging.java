package io.strowger.verticles.logging;

import io.strowger.verticles.config.LogFormat;
import io.strowger.verticles.config.LogLevel;
import io.strowger.verticles.config.LogSettings;
import java.util.Locale;

/** What the process logs and how. */
public final class Logging {
    static final String LEVEL_PROPERTY = "strowger.log.level";
    static final String FORMAT_PROPERTY = "strowger.log.format";

    private Logging() {}

    /** What commands that end by themselves log: only what went wrong. */
    public static void quiet() {
        set(new LogSettings(LogLevel.ERROR, LogFormat.TEXT));
    }

    /** Says what is logged and how: also when some loggers are there already. */
    public static void apply(LogSettings settings) {
        set(settings);
        LogConfigurator.reapply();
    }

    private static void set(LogSettings settings) {
        System.setProperty(LEVEL_PROPERTY, settings.level().name().toLowerCase(Locale.ROOT));
        System.setProperty(FORMAT_PROPERTY, settings.format().name().toLowerCase(Locale.ROOT));
    }
}
