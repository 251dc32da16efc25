package io.strowger.verticles.cli;

import io.strowger.verticles.config.ServerConfig;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code statistics}: asks a running server what happened, by queue, agent and channel. */
@Command(
        name = "statistics",
        description = {
            "Tell what happened by queue, agent and channel, all as of one record of the journal:",
            "who waits and how long it took, offers and what became of them, occupancy, fairness."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger statistics",
            "  ./strowger statistics --minutes 60",
            "  ./strowger statistics --json --server http://10.0.0.7:8080 --token-file admin.token"
        })
final class StatisticsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Only the last N minutes, a multiple of 15 up to 1440; without it all time.")
    private @Nullable Integer minutes;

    @Option(names = "--json", description = "The server's answer, one line of JSON, instead of tables.")
    private boolean json;

    StatisticsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = serverOptions.config(console);
        String path = "/api/v1/statistics" + (minutes == null ? "" : "?minutes=" + minutes);
        JsonObject answer = new ServerClient(serverOptions.address(config), serverOptions.token(console, config))
                .call("GET", path, null);
        if (json) {
            console.out().println(answer.encode());
        } else {
            new StatisticsTables(console.out()).print(answer);
        }
        return ExitCode.DONE;
    }
}
