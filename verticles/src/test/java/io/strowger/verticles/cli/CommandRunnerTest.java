package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.ConfigProblem;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandRunnerTest extends ConsoleTest {
    @Test
    void shouldSayItsVersion() {
        assertThat(console.run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).matches("(?s)strowger \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void shouldListAllCommandsWithExamplesWhenAskedForHelp() {
        assertThat(console.run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(console.out())
                .contains("serve", "demo", "route", "train", "evaluate", "token", "check", "apply", "Examples:");
    }

    @Test
    void shouldShowExamplesForEachCommand() {
        for (String command : List.of("serve", "demo", "route", "train", "evaluate", "token", "check", "apply")) {
            ConsoleFixture own = new ConsoleFixture(directory);
            assertThat(own.run(command, "--help")).isEqualTo(ExitCode.DONE);
            assertThat(own.out()).contains("Usage: strowger " + command, "Examples:", "./strowger " + command);
        }
    }

    @Test
    void shouldRefuseACallWithoutACommand() {
        assertThat(console.run()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("a command is missing");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void shouldSuggestTheCommandThatWasMeant() {
        assertThat(console.run("trian")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err())
                .startsWith("strowger: unknown command 'trian'. Did you mean 'train'?")
                .contains("Try './strowger --help'.");
    }

    @Test
    void shouldSuggestNothingWhenNoCommandIsLikeIt() {
        assertThat(console.run("zzz")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).startsWith("strowger: unknown command 'zzz'" + System.lineSeparator());
    }

    @Test
    void shouldStillNameAnUnknownOptionAnOption() {
        assertThat(console.run("--verison")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("'--verison'").doesNotContain("unknown command");
    }

    @Test
    void shouldSayWhichOptionIsMissing() {
        assertThat(console.run("train", "--task", "intent")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("--data", "Try './strowger train --help'.");
    }

    @Test
    void shouldSayWhichFileIsMissing() {
        assertThat(console.run("evaluate", "--model", "builtin:intent", "--data", "nowhere.tsv", "--json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("nowhere.tsv").doesNotContain("\tat ");
    }

    @Test
    void shouldSayThatATierIsMissing() throws Exception {
        Files.writeString(directory.resolve("data.tsv"), "track_order\twhere is my parcel\n");
        assertThat(console.run("evaluate", "--model", "builtin:intent", "--data", "data.tsv", "--tier", "cascade"))
                .isEqualTo(ExitCode.WRONG_CALL);
    }

    @Test
    void shouldEvaluateToOneLineOfJson() throws Exception {
        Files.writeString(
                directory.resolve("data.tsv"), "track_order\twhere is my parcel\nget_refund\tI want my money back\n");
        assertThat(console.run("evaluate", "--model", "builtin:intent", "--data", "data.tsv", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(console.out()).startsWith("{\"rows\":2,\"accuracy\":").endsWith("}" + System.lineSeparator());
    }

    @Test
    void shouldFailWhenTheModelKnowsNoneOfTheLabels() throws Exception {
        Files.writeString(directory.resolve("data.tsv"), "apple\twhere is my parcel\npear\tI want my money back\n");
        assertThat(console.run("evaluate", "--model", "builtin:intent", "--data", "data.tsv", "--json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(console.out()).contains("\"unknownLabels\":[\"apple\",\"pear\"]");
        assertThat(console.err()).contains("is it the right model?");
    }

    @Test
    void shouldRunCommandsThatOthersContribute() {
        int exitCode = new CommandRunner(
                        console.console(InputStream.nullInputStream()), List.of(own -> List.of(new Hello(own))))
                .run("hello");
        assertThat(exitCode).isEqualTo(7);
        assertThat(console.out()).startsWith("hello");
    }

    @Test
    void shouldShowASentenceAndNoStackTraceWhenACommandBreaks() {
        CommandRunner runner = new CommandRunner(
                console.console(InputStream.nullInputStream()), List.of(own -> List.of(new Broken())));
        assertThat(runner.run("broken")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("an internal error: out of luck").doesNotContain("\tat ");
        assertThat(runner.run("broken", "--stacktrace")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("\tat ");
    }

    @Test
    void shouldCallTheCallWrongWhenOnlyAnOptionOfTheConfigurationIs() {
        assertThat(configured("command line")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(configured("strowger.yaml:2:3")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("http.port: 'abc' is not a whole number");
    }

    private int configured(String where) {
        ConfigProblem problem = new ConfigProblem(where, "http.port", "'abc' is not a whole number");
        return new CommandRunner(
                        console.console(InputStream.nullInputStream()), List.of(own -> List.of(new Misled(problem))))
                .run("misled");
    }

    @Command(name = "hello")
    private record Hello(Console console) implements Callable<Integer> {
        @Override
        public Integer call() {
            console.out().println("hello");
            return 7;
        }
    }

    @Command(name = "broken")
    private static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("out of luck");
        }
    }

    @Command(name = "misled")
    private record Misled(ConfigProblem problem) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new ConfigException(problem);
        }
    }
}
