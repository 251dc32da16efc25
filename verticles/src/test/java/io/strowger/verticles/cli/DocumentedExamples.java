package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls of {@code ./strowger} that a page shows, with what they print, up to the end of their block. With
 * {@code -Dstrowger.write-docs=true} the page gets what they print now.
 */
final class DocumentedExamples {
    private static final Pattern CALL =
            Pattern.compile("\\$ (?:(?:echo|printf '%s\\\\n') ((?:'[^']*' ?)+)\\| )?\\./strowger (.*)");
    private static final Pattern WRITE = Pattern.compile("\\$ printf '%s' '([^']*)' > (\\S+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String END = "```";

    private final Path page;
    private final Path directory;

    /**
     * @param page the path of the page from the repository's root
     * @param directory where the calls are made
     */
    DocumentedExamples(String page, Path directory) {
        this.page = ConsoleFixture.home().resolve(page);
        this.directory = directory;
    }

    /** Makes all calls and compares what they print; returns how many there are. */
    int check() throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<String> printed = new ArrayList<>();
        int examples = 0;
        for (int i = 0; i < lines.size(); i++) {
            printed.add(lines.get(i));
            Matcher write = WRITE.matcher(lines.get(i));
            Matcher call = CALL.matcher(lines.get(i));
            if (write.matches()) {
                Files.writeString(directory.resolve(write.group(2)), write.group(1));
            } else if (call.matches()) {
                printed.addAll(outputOf(call.group(1), call.group(2)));
                while (!lines.get(i + 1).equals(END)) {
                    i++;
                }
                examples++;
            }
        }
        if (Boolean.getBoolean("strowger.write-docs")) {
            Files.writeString(page, String.join("\n", printed) + "\n");
        }
        assertThat(Files.readAllLines(page))
                .as("%s shows other output; run this test with -Dstrowger.write-docs=true and read what changed", page)
                .isEqualTo(printed);
        return examples;
    }

    private List<String> outputOf(String input, String call) {
        ConsoleFixture example = new ConsoleFixture(directory);
        String lines = input == null ? "" : String.join("\n", words(input)) + "\n";
        int exitCode = example.runWith(lines, words(call).toArray(String[]::new));
        assertThat(exitCode).as(example.err()).isEqualTo(ExitCode.DONE);
        return example.out().lines().toList();
    }

    /** The words of a command line, of which some are in single quotes. */
    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
