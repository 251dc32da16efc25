package io.strowger.verticles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all commands. */
@Command(
        name = "strowger",
        description = "Routes customer messages to the right queue and agent, in microseconds, durably, and says why.",
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger demo                                  a whole shop at work, for half a minute",
            "  echo 'Where is my parcel?' | ./strowger route    what would become of a message",
            "  ./strowger serve                                 the server: HTTP on 8080, TCP on 7070",
            "  ./strowger help route                            more about a command",
            "",
            "Exit codes: 0 done, 1 it failed, 2 the call was wrong."
        })
@SuppressWarnings("UnusedVariable") // picocli acts on the options for help and version by itself
final class StrowgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Show where an error comes from (as STROWGER_DEBUG=1 does).")
    private boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    boolean isStacktraceWanted() {
        return stacktrace;
    }
}
