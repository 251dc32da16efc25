package io.strowger.bench.peers;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lingua in its most accurate mode, its models loaded before, on one thread. It is no dependency of ours, because it has 100 MB: it
 * comes from a directory of jars and is called by reflection.
 */
final class LinguaContender implements Contender {
    private static final String API = "com.github.pemistahl.lingua.api.";

    private final List<Path> jars;
    private final LanguageRows rows;
    private @Nullable URLClassLoader loader;
    private @Nullable Object detector;
    private @Nullable Method detect;
    private @Nullable Method code;
    private double accuracy;

    LinguaContender(List<Path> jars, LanguageRows rows) {
        this.jars = List.copyOf(jars);
        this.rows = rows;
    }

    @Override
    public String name() {
        return "Lingua";
    }

    @Override
    public Conditions conditions() {
        return Conditions.IN_MEMORY;
    }

    @Override
    public void start() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        URLClassLoader lingua = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        loader = lingua;
        try {
            Class<?> builders = lingua.loadClass(API + "LanguageDetectorBuilder");
            Class<?> codes = lingua.loadClass(API + "IsoCode639_1");
            Object wanted = Array.newInstance(codes, rows.labels().size());
            for (int i = 0; i < rows.labels().size(); i++) {
                Array.set(
                        wanted,
                        i,
                        codes.getMethod("valueOf", String.class)
                                .invoke(null, rows.labels().get(i).toUpperCase(Locale.ROOT)));
            }
            Object builder =
                    builders.getMethod("fromIsoCodes639_1", wanted.getClass()).invoke(null, wanted);
            builder = builders.getMethod("withPreloadedLanguageModels").invoke(builder);
            Object made = builders.getMethod("build").invoke(builder);
            detector = made;
            detect = lingua.loadClass(API + "LanguageDetector").getMethod("detectLanguageOf", String.class);
            code = lingua.loadClass(API + "Language").getMethod("getIsoCode639_1");
        } catch (ReflectiveOperationException e) {
            throw CommandFailure.failed("Lingua can't be used (version 1.2.2 was tried): " + e, e);
        }
        accuracy = rows.accuracy(this::language);
    }

    @Override
    public Figures measure(Load load, Duration duration) throws TurnFailedException {
        rows.rowsPerSecond(this::language, duration.dividedBy(2));
        return Figures.classified(rows.rowsPerSecond(this::language, duration), accuracy);
    }

    private String language(int row) throws TurnFailedException {
        Method ask = detect;
        Method codeOf = code;
        if (ask == null || codeOf == null) {
            throw new IllegalStateException("Lingua was not started");
        }
        try {
            Object language = ask.invoke(detector, rows.text(row));
            return String.valueOf(codeOf.invoke(language)).toLowerCase(Locale.ROOT);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new TurnFailedException("Lingua failed on row " + row + ": " + e.getCause());
        }
    }

    @Override
    public void close() {
        detector = null;
        try {
            if (loader != null) {
                loader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
