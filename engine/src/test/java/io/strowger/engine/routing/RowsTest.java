package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Each row of the tables of transitions, T1 to T39 for conversations and A1 to A11 for agents, has a test whose name begins
 * with it.
 */
class RowsTest {
    private static final int CONVERSATION_ROWS = 39;
    private static final int AGENT_ROWS = 11;
    private static final Pattern ROW = Pattern.compile("([ta][0-9]+)Should.*");

    @Test
    void shouldHaveATestOfEachRow() throws Exception {
        Set<String> untested = new TreeSet<>();
        IntStream.rangeClosed(1, CONVERSATION_ROWS).forEach(row -> untested.add("t" + row));
        IntStream.rangeClosed(1, AGENT_ROWS).forEach(row -> untested.add("a" + row));
        Set<String> tested = tested();
        assertThat(tested).as("rows that the tables have").isSubsetOf(untested);

        untested.removeAll(tested);

        assertThat(untested).as("rows without a test").isEmpty();
    }

    /** The rows that tests of this module are named after. */
    private static Set<String> tested() throws Exception {
        Path root = Path.of(RowsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> rows = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.class")).toList()) {
                String path = root.relativize(file).toString();
                addRows(path.substring(0, path.length() - ".class".length()).replace('/', '.'), rows);
            }
        } catch (IOException e) {
            throw new AssertionError("can't read " + root, e);
        }
        return rows;
    }

    private static void addRows(String className, Set<String> into) throws ClassNotFoundException {
        Class<?> tests = Class.forName(className, false, RowsTest.class.getClassLoader());
        for (Method method : tests.getDeclaredMethods()) {
            Matcher row = ROW.matcher(method.getName());
            if (row.matches()
                    && (method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))) {
                into.add(row.group(1));
            }
        }
    }
}
