package io.strowger.verticles.cli;

import io.strowger.verticles.config.ConfigException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the commands, reads the arguments, runs the one that was asked for, and turns trouble into a sentence. */
public final class CommandRunner {
    private static final String DEBUG_VARIABLE = "STROWGER_DEBUG";
    private static final int WIDTH = 100;

    private final Console console;
    private final StrowgerCommand root = new StrowgerCommand();
    private final CommandLine commandLine;

    /** A runner of the commands that {@link ServiceLoader} finds. */
    public CommandRunner(Console console) {
        this(console, ServiceLoader.load(CommandContribution.class));
    }

    CommandRunner(Console console, Iterable<CommandContribution> contributions) {
        this.console = console;
        commandLine = new CommandLine(root);
        for (CommandContribution contribution : contributions) {
            contribution.commands(console).forEach(this::add);
        }
        Ansi ansi = console.isTerminal() && !console.environment().containsKey("NO_COLOR") ? Ansi.ON : Ansi.OFF;
        commandLine
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::onWrongCall)
                .setExecutionExceptionHandler(this::onFailure);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private void add(Object command) {
        CommandLine subcommand = new CommandLine(command);
        addHelp(subcommand);
        commandLine.addSubcommand(subcommand);
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.getSubcommands().values().stream()
                .distinct()
                .forEach(CommandRunner::addHelp); // an alias names one twice
    }

    /** Runs a call and returns its exit code, one of {@link ExitCode}. */
    public int run(String... arguments) {
        int exitCode = commandLine.execute(arguments);
        console.out().flush();
        return exitCode;
    }

    private int onWrongCall(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName(" ");
        String suggestion = suggestion(wrong);
        console.err().println("strowger: " + Sentences.of(wrong) + suggestion);
        console.err().println("Try './" + name + " --help'.");
        traceIfWanted(wrong);
        return ExitCode.WRONG_CALL;
    }

    private static String suggestion(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return ". Did you mean '" + unmatched.getSuggestions().get(0) + "'?";
        }
        return "";
    }

    private int onFailure(Exception cause, CommandLine command, ParseResult arguments) {
        console.out().flush();
        console.err().println("strowger: " + Sentences.of(cause));
        traceIfWanted(cause);
        if (cause instanceof ConfigException wrong && wrong.isWrongCall()) {
            return ExitCode.WRONG_CALL;
        }
        return cause instanceof CommandFailure failure ? failure.exitCode() : ExitCode.FAILED;
    }

    private void traceIfWanted(Exception cause) {
        if (root.isStacktraceWanted() || console.environment().containsKey(DEBUG_VARIABLE)) {
            cause.printStackTrace(console.err());
        }
    }
}
