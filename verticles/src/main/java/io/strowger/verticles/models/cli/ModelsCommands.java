package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.CommandContribution;
import io.strowger.verticles.cli.Console;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Contributes {@code models} and the commands below it. */
public final class ModelsCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        CommandSpec models = CommandSpec.forAnnotatedObject(new ModelsCommand(console));
        List.of(
                        new ListCommand(console),
                        new ShowCommand(console),
                        new AddCommand(console),
                        new ActivateCommand(console),
                        new RollbackCommand(console),
                        new SplitCommand(console),
                        new ShadowCommand(console),
                        new RemoveCommand(console),
                        new ExamplesCommand(console))
                .forEach(command -> {
                    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
                    models.addSubcommand(spec.name(), spec);
                });
        return List.of(models);
    }
}
