package io.strowger.verticles.simulation;

import io.strowger.verticles.cli.CommandContribution;
import io.strowger.verticles.cli.Console;
import java.util.List;

/** Contributes {@code simulate} and {@code replay}. */
public final class SimulationCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        return List.of(new SimulateCommand(console), new ReplayCommand(console));
    }
}
