package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    @Test
    void shouldGiveServersTheOptionsThatTheLauncherGivesThem() throws IOException {
        String launcher = Files.readString(Path.of("..", "strowger"));

        assertThat(launcher).contains("[ \"$major\" -ge 20 ]");
        assertThat(ServerProcess.jvmOptions(17))
                .hasSize(6)
                .allSatisfy(option -> assertThat(launcher).contains(option));
        assertThat(ServerProcess.jvmOptions(19)).isEqualTo(ServerProcess.jvmOptions(17));
        assertThat(ServerProcess.jvmOptions(20)).hasSize(2);
    }
}
