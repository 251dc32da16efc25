package io.strowger.verticles.demo;

import io.strowger.verticles.cli.CommandContribution;
import io.strowger.verticles.cli.Console;
import java.util.List;

/** The command {@code demo}. */
public final class DemoCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        return List.of(new DemoCommand(console));
    }
}
