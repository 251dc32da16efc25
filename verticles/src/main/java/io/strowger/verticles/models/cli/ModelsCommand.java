package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code models}: lists what can be done with models. */
@Command(
        name = "models",
        description = {
            "See, add and exchange the models that analyze an organization's messages.",
            "Works on the running server of the data directory, and on the directory alone when none runs."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger train --task intent --data intents.tsv --out my-intents",
            "  ./strowger models add my-intents",
            "  ./strowger models shadow 5b1e            compare it with the one in force, routing as before",
            "  ./strowger models split 5b1e --share 10%%  a tenth of the conversations",
            "  ./strowger models activate 5b1e",
            "  ./strowger models rollback"
        })
final class ModelsCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(spec.commandLine().getUsageMessage());
        return ExitCode.DONE;
    }
}
