package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of the invariants, INV-01 to INV-28, has a check or a test that carries its number. */
class InvariantListTest {
    private static final int COUNT = 28;

    /** Those that are not checked in this package, and why. */
    private static final Map<Integer, String> ELSEWHERE = Map.of(
            26, "ReferenceRouterTest of the module bench compares the engine with the reference",
            27, "the engine has no shadow mode: another configuration is tried by replaying the journal");

    @Test
    void shouldHaveACheckOfEachInvariant() throws Exception {
        Set<Integer> unchecked = new TreeSet<>();
        IntStream.rangeClosed(1, COUNT).forEach(unchecked::add);
        unchecked.removeAll(ELSEWHERE.keySet());
        for (Class<?> checks : classesBesideThis()) {
            for (Method method : checks.getDeclaredMethods()) {
                Invariant invariant = method.getAnnotation(Invariant.class);
                if (invariant != null) {
                    IntStream.of(invariant.value()).forEach(unchecked::remove);
                }
            }
        }

        assertThat(unchecked).as("invariants without a check").isEmpty();
    }

    private static Set<Class<?>> classesBesideThis() throws Exception {
        Class<?> here = InvariantListTest.class;
        Path root =
                Path.of(here.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = root.resolve(here.getPackageName().replace('.', '/'));
        Set<Class<?>> classes = new java.util.HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString();
                String className = here.getPackageName() + "." + name.substring(0, name.length() - ".class".length());
                classes.add(Class.forName(className, false, here.getClassLoader()));
            }
        } catch (IOException e) {
            throw new AssertionError("can't read " + folder, e);
        }
        return classes;
    }
}
