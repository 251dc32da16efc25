package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.pipeline.Topology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {
    @TempDir
    private Path home;

    @Test
    void shouldUseDefaultsWhenNothingIsSet() throws IOException {
        ServerConfig config = load("", Map.of(), Map.of());
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.tcp().port()).isEqualTo(7070);
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.dataDirectory()).isEqualTo(home.toAbsolutePath().resolve("data"));
        assertThat(config.journal().directory())
                .isEqualTo(config.dataDirectory().resolve("journal"));
        assertThat(config.organizationDirectory())
                .isEqualTo(home.toAbsolutePath().resolve("conf/demo"));
        assertThat(config.engine().topology()).isEqualTo(Topology.AUTO);
        assertThat(config.engine().textLimitBytes()).isEqualTo(64 << 10);
        assertThat(config.postgres()).isNull();
        assertThat(config.redis()).isNull();
        assertThat(config.notes()).isEmpty();
    }

    @Test
    void shouldReadTheShippedFileWhenItIsThere() {
        Path shipped = Path.of("..");
        ServerConfig config = ServerConfig.load(new ConfigSources(shipped, shipped, null, Map.of(), Map.of()));
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.effective()).anyMatch(line -> line.startsWith("http.port = 8080 (conf/strowger.yaml:"));
    }

    @Test
    void shouldPreferOptionsToTheEnvironmentAndThatToTheFile() throws IOException {
        String file = "http:\n  port: 1\n  host: file\ntcp:\n  port: 3\n";
        ServerConfig config =
                load(file, Map.of("STROWGER_HTTP_PORT", "4", "STROWGER_TCP_PORT", "5"), Map.of("http.port", "6"));
        assertThat(config.http().host()).isEqualTo("file");
        assertThat(config.tcp().port()).isEqualTo(5);
        assertThat(config.http().port()).isEqualTo(6);
        assertThat(config.effective())
                .contains("http.port = 6 (command line)", "tcp.port = 5 (STROWGER_TCP_PORT)")
                .anyMatch(line -> line.matches("http\\.host = file \\(.*strowger\\.yaml:3:9\\)"));
    }

    @Test
    void shouldReadDurationsAndSizes() throws IOException {
        ServerConfig config = load(
                "shutdown: {timeout: 1m30s}\nidempotency: {bytes: 64MiB}\nengine: {max-wait: 250ms}\n",
                Map.of(),
                Map.of());
        assertThat(config.shutdownTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.engine().idempotencyBytes()).isEqualTo(64L << 20);
        assertThat(config.engine().maxWait()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void shouldNameEveryMistakeWithItsPlace() {
        assertThatThrownBy(() -> load(
                        "http:\n  prot: 1\n  port: 80800\ntpc:\n  port: 1\nshutdown: 5\nengine:\n  ring-size: 1000\n"
                                + "  topology: compcat\n  spin: fast\n",
                        Map.of("STROWGER_LOG_LEVEL", "loud"),
                        Map.of("tcp.pot", "1")))
                .isInstanceOf(ConfigException.class)
                .extracting(e -> e.getMessage().replaceAll("(?m)^\\S*strowger\\.yaml", "file"))
                .asString()
                .contains(
                        "file:2:3: http.prot: there is no such key; did you mean http.port?",
                        "file:4:1: tpc: there is no such key",
                        "file:6:11: shutdown: it is a section of keys and values, not a number",
                        "file:3:9: http.port: 80800 is not between 0 and 65535",
                        "file:8:14: engine.ring-size: 1000 is not a power of two between 64 and 1048576",
                        "file:9:13: engine.topology: 'compcat' is none of auto, compact, dedicated",
                        "file:10:9: engine.spin: 'fast' is not a duration; write a number with its unit",
                        "STROWGER_LOG_LEVEL: log.level: 'loud' is none of error, warn, info, debug, trace",
                        "command line: tcp.pot: there is no such key; did you mean tcp.port?");
    }

    @Test
    void shouldSayWhereWhenTheFileIsNoYaml() {
        assertThatThrownBy(() -> load("http:\n  port: [1\n", Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(?s).*strowger\\.yaml:\\d+:\\d+: .*");
        assertThatThrownBy(() -> load("http:\n  port: 1\n  port: 2\n", Map.of(), Map.of()))
                .hasMessageContaining(":3:3: the key port is given twice, first on line 2");
        assertThatThrownBy(() -> load("- 1\n", Map.of(), Map.of())).hasMessageContaining("the file is a list");
        assertThatThrownBy(() -> load("a: &x 1\nb: *x\n", Map.of(), Map.of())).hasMessageContaining("aliases");
    }

    @Test
    void shouldSayThatTheFileIsMissing() {
        ConfigSources sources = new ConfigSources(home, home, Path.of("nowhere.yaml"), Map.of(), Map.of());
        assertThatThrownBy(() -> ServerConfig.load(sources))
                .hasMessageContaining("nowhere.yaml: there is no such file");
    }

    @Test
    void shouldNoteVariablesThatNameNoKey() throws IOException {
        ServerConfig config = load("", Map.of("STROWGER_HTTP_PROT", "1", "OTHER", "2"), Map.of());
        assertThat(config.notes())
                .containsExactly("STROWGER_HTTP_PROT: no key has this variable, it is ignored; did you mean"
                        + " STROWGER_HTTP_PORT?");
    }

    @Test
    void shouldRefuseValuesThatDoNotGoTogether() {
        assertThatThrownBy(() -> load("http: {port: 7070}\n", Map.of(), Map.of()))
                .hasMessageContaining("tcp.port: http.port is the same");
        assertThatThrownBy(() -> load("journal: {max-bytes: 100MiB}\n", Map.of(), Map.of()))
                .hasMessageContaining("journal.max-bytes: it must hold at least four files");
        assertThatThrownBy(() -> load("http: {body-limit: 1KiB}\n", Map.of(), Map.of()))
                .hasMessageContaining("less than engine.text-limit");
        assertThatThrownBy(() -> load("redis: {password-file: x}\n", Map.of(), Map.of()))
                .hasMessageContaining("redis.uri is missing");
    }

    @Test
    void shouldTakePasswordsOnlyFromFilesAndTheEnvironment() throws IOException {
        Files.writeString(home.resolve("pw"), "s3cret\n");
        ServerConfig config =
                load("postgres: {uri: 'postgresql://me@db:5432/x', password-file: pw}\n", Map.of(), Map.of());
        assertThat(config.postgres()).isNotNull();
        assertThat(config.postgres().password()).isEqualTo(new Secret("s3cret"));
        assertThat(config.postgres().user()).isEqualTo("me");
        assertThat(config.toString()).doesNotContain("s3cret");

        String secret = "postgresql://me:s3c%20ret@db/x";
        ServerConfig other = load("", Map.of("STROWGER_POSTGRES_URI", secret), Map.of());
        assertThat(other.postgres().uri()).isEqualTo(URI.create("postgresql://me@db/x"));
        assertThat(other.postgres().password()).isEqualTo(new Secret("s3c ret"));
        assertThat(other.toString()).doesNotContain("s3c").contains("postgres.uri = ***");

        assertThatThrownBy(() -> load("postgres: {uri: '" + secret + "'}\n", Map.of(), Map.of()))
                .hasMessageContaining("a password must not stand in this file; use postgres.password-file")
                .hasMessageNotContaining("s3c");
        assertThatThrownBy(() -> load("redis: {password: s3cret}\n", Map.of(), Map.of()))
                .hasMessageContaining("a password must not stand in this file")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("redis.password", "s3cret")))
                .hasMessageContaining("every user of the machine can read a command line")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> load("redis: {uri: 'redis://r', password-file: gone}\n", Map.of(), Map.of()))
                .hasMessageContaining("gone: there is no such file");
    }

    private ServerConfig load(String yaml, Map<String, String> environment, Map<String, String> options)
            throws IOException {
        Path file = home.resolve("strowger.yaml");
        Files.writeString(file, yaml);
        return ServerConfig.load(new ConfigSources(home, home, file, environment, options));
    }
}
