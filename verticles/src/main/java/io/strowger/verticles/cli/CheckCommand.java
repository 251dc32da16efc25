package io.strowger.verticles.cli;

import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check}: whether an organization's configuration can be used. */
@Command(
        name = "check",
        description =
                "Check an organization's configuration and name everything that is wrong or doubtful, with its place.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger check conf/demo",
            "  ./strowger check my-shop && ./strowger apply my-shop",
            "",
            "The exit code is 0 when the configuration can be used (warnings included), else 1."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A directory with .yaml or .json files, or one such file.")
    private Path directory = Path.of("");

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OrganizationReport report =
                OrganizationReport.of(console.resolve(directory), new OrganizationCheck(InlineModels.builtin()));
        report.lines().forEach(console.out()::println);
        return report.isUsable() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
