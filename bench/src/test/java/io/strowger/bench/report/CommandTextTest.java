package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

class CommandTextTest {
    private final Benchmark benchmark = new Benchmark();
    private final CommandLine command = new CommandLine(benchmark);

    @Command(name = "latency")
    private static final class Benchmark {
        @Unmatched
        private List<String> arguments = new ArrayList<>();
    }

    @Test
    void shouldGiveTheWholeCallThroughTheCommandsAbove() {
        CommandLine root = new CommandLine(new Root());
        CommandLine bench = new CommandLine(new Bench());
        bench.addSubcommand(command);
        root.addSubcommand(bench);
        root.parseArgs("bench", "latency", "--rate", "20000");
        assertThat(CommandText.of(command.getCommandSpec())).isEqualTo("./strowger bench latency --rate 20000");
    }

    @Test
    void shouldQuoteWhatAShellWouldTakeApart() {
        assertThat(textOf("--text", "it's $HOME; ok", ""))
                .isEqualTo("./strowger bench latency --text 'it'\\''s $HOME; ok' ''");
        assertThat(benchmark.arguments).hasSize(3);
    }

    @Test
    void shouldLeaveSecretsOut() {
        assertThat(textOf("--token=abc", "--db-password", "abc", "--rate=5"))
                .isEqualTo("./strowger bench latency --token=*** --db-password *** --rate=5");
        assertThat(textOf("--token-file", "admin.token")).endsWith(" --token-file admin.token");
    }

    private String textOf(String... arguments) {
        command.parseArgs(arguments);
        return CommandText.of(command.getCommandSpec());
    }

    @Command(name = "strowger")
    private static final class Root {}

    @Command(name = "bench")
    private static final class Bench {}
}
