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
    void shouldSayWhatIsNoConfiguration() throws Exception {
        Files.write(directory.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(directory.resolve("deep.yaml"), "a: " + "[".repeat(5_000) + "]".repeat(5_000));
        Files.writeString(
                directory.resolve("big.yaml"),
                "id: shop\nqueues: [{id: q}]\nfallbackQueue: q\nlimits: {maxOffers: " + "9".repeat(20) + "}\n");
        Files.createDirectory(directory.resolve("empty"));
        assertRefused("nowhere", "nowhere: there is no such directory or file");
        assertRefused("bytes.yaml", "the file is not UTF-8; is it the right one?");
        assertRefused("deep.yaml", "its values are nested more than 32 deep");
        assertRefused("big.yaml", "big.yaml:4:");
        assertRefused("empty", "has no .yaml, .yml or .json file");
        assertThat(console.run("check", "a\0b")).isNotEqualTo(ExitCode.DONE);
        assertThat(console.err())
                .contains("can't be used: Nul character not allowed")
                .doesNotContain("internal error", "\tat ");
    }

    private void assertRefused(String path, String message) {
        ConsoleFixture each = new ConsoleFixture(directory);
        assertThat(each.run("check", path)).isEqualTo(ExitCode.FAILED);
        assertThat(each.out()).contains(message);
        assertThat(each.err()).isEmpty();
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
