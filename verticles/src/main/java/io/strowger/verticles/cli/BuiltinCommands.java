package io.strowger.verticles.cli;

import java.util.List;

/** The commands of this package. */
public final class BuiltinCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        return List.of(
                new RouteCommand(console),
                new CheckCommand(console),
                new ApplyCommand(console),
                new TokenCommand(console),
                new TrainCommand(console),
                new EvaluateCommand(console),
                new RedactCommand(console),
                new ExplainCommand(console),
                new WhyCommand(console),
                new StatisticsCommand(console));
    }
}
