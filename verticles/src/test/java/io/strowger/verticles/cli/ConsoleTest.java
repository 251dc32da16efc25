package io.strowger.verticles.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of commands have: an empty working directory, and a console there that ran nothing yet. */
abstract class ConsoleTest {
    @TempDir
    Path directory;

    ConsoleFixture console;

    @BeforeEach
    void openConsole() {
        console = new ConsoleFixture(directory);
    }
}
