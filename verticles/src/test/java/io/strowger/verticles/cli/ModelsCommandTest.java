package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.models.FixedModels;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of a data directory whose server does not run. */
class ModelsCommandTest {
    @TempDir
    Path folder;

    @Test
    void shouldAddActivateAndRollBackAtRest() throws Exception {
        FixedModels.write(folder.resolve("made"), "apples", "pears");
        String version = json("add", "made").getString("version");
        assertThat(json("list").getJsonArray("models")).hasSize(2);

        ConsoleFixture activate = new ConsoleFixture(folder);
        assertThat(activate.run("models", "activate", version.substring(0, 8), "--data-dir", "data"))
                .isZero();
        assertThat(activate.out()).contains(version + " is in force for the organization demo");
        assertThat(json("list").getString("inForce")).isEqualTo(version);
        assertThat(json("show", version).getJsonObject("heads").fieldNames())
                .contains("language", "intent", "sentiment", "emotion", "urgency");

        assertThat(json("rollback").getString("inForce")).isNotEqualTo(version);
        assertRefused(1, "there is nothing to go back to", "rollback");
    }

    @Test
    void shouldNameTheFileWhenAModelIsDamaged() throws Exception {
        FixedModels.write(folder.resolve("made"), "apples", "pears");
        String version = json("add", "made").getString("version");
        Path weights = ModelDirectory.files(folder.resolve("data/models").resolve(version))
                .get(1);
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 4;
        Files.write(weights, bytes);

        assertRefused(1, weights + ": has another content than its name says", "activate", version);
        assertThat(json("list").getString("inForce")).isNotEqualTo(version);
        assertRefused(1, "is not a model directory", "add", "nowhere");
    }

    @Test
    void shouldSayThatAModelThatIsThereKeepsItsCard() throws Exception {
        FixedModels.write(folder.resolve("made"), "apples", "pears");
        Files.writeString(folder.resolve("first.md"), "# Fruit\n");
        Files.writeString(folder.resolve("second.md"), "# Other fruit\n");

        assertThat(warningOf("first.md")).isEmpty();
        assertThat(warningOf("first.md")).isEmpty();
        String version = json("add", "made").getString("version");
        assertThat(warningOf("second.md"))
                .startsWith("warning: " + version + " was there before and keeps its card")
                .contains("./strowger models remove " + version.substring(0, 8));
        assertThat(json("show", version).getString("card")).isEqualTo("# Fruit\n");

        json("remove", version);
        assertThat(warningOf("second.md")).isEmpty();
        assertThat(json("show", version).getString("card")).isEqualTo("# Other fruit\n");
    }

    private String warningOf(String card) {
        ConsoleFixture console = new ConsoleFixture(folder);
        String[] add = {"add", "made", "--card", card};
        assertThat(console.run(call(add, "--json"))).isZero();
        assertThat(console.out().lines()).hasSize(1);
        return console.err();
    }

    @Test
    void shouldSayWhatIsWrongWithACall() throws Exception {
        assertRefused(1, "there is no model 'abcd'", "activate", "abcd");
        assertRefused(2, "say a VERSION and its --share", "split", "abcd");
        assertRefused(2, "'110%' is no share", "split", "abcd", "--share", "110%");
        assertRefused(1, "no server of", "shadow");
        assertRefused(2, "unknown command 'lst'", "lst");
        assertRefused(2, "Missing required parameter", "activate");
    }

    @Test
    void shouldNotChangeWhatAServerHasInItsHands() throws Exception {
        try (RegistryLock lock = RegistryLock.tryTake(folder.resolve("data/models"))) {
            assertThat(lock).isNotNull();
            assertRefused(1, "is starting, or another command is at work", "activate", "default");
        }
    }

    private JsonObject json(String... arguments) {
        ConsoleFixture console = new ConsoleFixture(folder);
        assertThat(console.run(call(arguments, "--json"))).as(console.err()).isZero();
        return new JsonObject(console.out());
    }

    private void assertRefused(int exitCode, String words, String... arguments) {
        ConsoleFixture console = new ConsoleFixture(folder);
        assertThat(console.run(call(arguments))).isEqualTo(exitCode);
        assertThat(console.err()).contains(words).doesNotContain("\tat ");
        assertThat(console.out()).isEmpty();
    }

    private static String[] call(String[] arguments, String... more) {
        java.util.List<String> call = new java.util.ArrayList<>(java.util.List.of("models"));
        call.addAll(java.util.List.of(arguments));
        call.addAll(java.util.List.of("--data-dir", "data"));
        call.addAll(java.util.List.of(more));
        return call.toArray(String[]::new);
    }
}
