package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckCommandTest extends ConsoleTest {
    @Test
    void shouldFindNothingWrongInTheDemoOrganization() {
        String demo = ConsoleFixture.home().resolve("conf/demo").toString();
        assertThat(console.run("check", demo)).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("organization demo", "no errors");
    }

    @Test
    void shouldNameTheRuleThatDoesNotTypeCheck() throws Exception {
        Path demo = ConsoleFixture.home().resolve("conf/demo");
        for (String file : new String[] {"organization.yaml", "queues.yaml", "agents.yaml"}) {
            Files.copy(demo.resolve(file), directory.resolve(file));
        }
        Files.writeString(
                directory.resolve("rules.yaml"), "rules:\n  - id: odd\n    when: channel == 7\n    queue: general\n");
        assertThat(console.run("check", directory.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(console.out()).contains("rules.yaml", "rules[0].when");
    }

    @Test
    void shouldApplyNothingThatHasErrors() {
        assertThat(console.run("apply", "nowhere")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("nowhere", "nothing was applied");
    }

    @Test
    void shouldSayThatThereIsNoTokenToApplyWith() {
        String demo = ConsoleFixture.home().resolve("conf/demo").toString();
        assertThat(console.run("apply", demo, "--data-dir", "empty")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("there is no token in", "--token-file");
    }
}
