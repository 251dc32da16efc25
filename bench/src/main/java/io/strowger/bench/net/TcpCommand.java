package io.strowger.bench.net;

import io.strowger.bench.report.OutputOptions;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench tcp}. */
@Command(
        name = "tcp",
        description = {
            "Load over TCP from a process of its own, open loop: messages go when they are due, whatever the server does, and"
                    + " are timed from that instant.",
            "Starts a server with a temporary data directory and embedded stores for each run, or uses the one that"
                    + " --target names. Prints nothing when the rate was not reached, an answer was wrong or missing, or"
                    + " the generator was the limit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench tcp --rate 5000 --seconds 20",
            "  ./strowger bench tcp --closed --connections 16 --runs 5",
            "  ./strowger bench tcp --target 127.0.0.1:PORT --token-file data/admin.token --rate 1000"
        })
public final class TcpCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public TcpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        NetworkBenchmark.run(console, Protocol.TCP, load, output);
        return ExitCode.DONE;
    }
}
