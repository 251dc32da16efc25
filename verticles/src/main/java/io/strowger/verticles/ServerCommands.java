package io.strowger.verticles;

import io.strowger.verticles.cli.CommandContribution;
import io.strowger.verticles.cli.Console;
import java.util.List;

/** The commands that need the whole server. */
public final class ServerCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        return List.of(new ServeCommand(console));
    }
}
