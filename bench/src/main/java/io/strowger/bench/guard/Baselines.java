package io.strowger.bench.guard;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory of the committed baselines, a file a JDK: {@code baseline-17.properties}. */
final class Baselines {
    private static final Pattern FILE_NAME = Pattern.compile("baseline-(\\d{1,4})\\.properties");

    private final Path directory;

    Baselines(Path directory) {
        this.directory = directory;
    }

    /**
     * The baseline of a JDK.
     *
     * @throws CommandFailure when there is none
     */
    Baseline of(int major) {
        List<Integer> majors = majors();
        if (!majors.contains(major)) {
            String others = majors.isEmpty()
                    ? ", nor for any other; "
                    : ", only for "
                            + majors.stream().map(found -> "JDK " + found).collect(Collectors.joining(", "))
                            + "; take one of those, or ";
            throw CommandFailure.failed("there is no baseline for JDK " + major + " in " + directory + others
                    + "measure one on an idle machine with './strowger bench guard --update' and commit it");
        }
        return Baseline.read(major, file(major));
    }

    private List<Integer> majors() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Baselines::majorOf)
                    .filter(found -> found > 0)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw CommandFailure.wrongCall("there is no directory " + directory + " with baselines");
        } catch (IOException e) {
            throw CommandFailure.failed("the baselines in " + directory + " can't be listed: " + e, e);
        }
    }

    /** Where the baseline of a JDK is kept. */
    Path file(int major) {
        return directory.resolve("baseline-" + major + ".properties");
    }

    private static int majorOf(Path file) {
        Matcher name = FILE_NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
