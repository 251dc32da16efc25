package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.bench.Servers;
import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks that start a server of their own, for a moment each. */
class OwnServerCommandsIT {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldTellTheCostOfEachProcessWhenTheServerIsIdle() throws Exception {
        JsonNode report = report("idle", "--warm-up", "1", "--settle", "0", "--seconds", "2", "--no-results");

        assertThat(report.findValues("process"))
                .extracting(JsonNode::asText)
                .containsExactly("server (JVM)", "PostgreSQL", "Redis");
        assertThat(report.findValues("thread")).isNotEmpty();
    }

    @Test
    void shouldSampleWhatTheServerHoldsAndLeaveNothingBehindWhenItIsSoaked() throws Exception {
        Path data = directory.resolve("data");

        JsonNode report = report(
                "soak",
                List.of("--minutes", "0.15", "--rate", "300", "--warm-up", "1"),
                List.of("--data-dir", data.toString(), "--results", directory.toString(), "--topic", "little"));

        assertThat(report.findValue("good").asLong()).isEqualTo(2_700);
        assertThat(report.findValues("heapMebibytes").size()).isBetween(3, 6);
        assertThat(report.findValues("heapMebibytes")).allMatch(heap -> heap.asDouble() > 1);
        assertThat(report.findValues("files")).allMatch(files -> files.asLong() > 10);
        assertThat(report.findValues("storesMebibytes")).allMatch(stores -> stores.asLong() > 1);
        assertThat(data).isEmptyDirectory();
        assertThat(kept()).contains("soak.csv", "load.csv", "answer.hlog", "report.html", "server-gc.log", "env.json");
    }

    @Test
    void shouldNotStartAnythingWhenTheSoakWouldNotFit() {
        assertThat(run("soak", "--minutes", "10000", "--no-results")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("fewer minutes")
                .doesNotContain("starting a server");
    }

    @Test
    void shouldCallItAWrongCallWhenOptionsMakeNoSense() {
        assertThat(run("soak", "--minutes", "0")).isEqualTo(2);
        assertThat(run("soak", "--rate", "-1")).isEqualTo(2);
        assertThat(run("soak", "--warm-up", "-1")).isEqualTo(2);
        assertThat(run("idle", "--seconds", "0")).isEqualTo(2);
        assertThat(run("idle", "--settle", "9999")).isEqualTo(2);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private JsonNode report(String benchmark, List<String> options, List<String> places) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(places);
        return report(benchmark, all.toArray(String[]::new));
    }

    private JsonNode report(String benchmark, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--json");
        assertThat(run(benchmark, all.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int run(String benchmark, String... options) {
        err.reset();
        out.reset();
        List<String> arguments = new ArrayList<>(List.of("bench", benchmark));
        arguments.addAll(List.of(options));
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                Servers.repository(),
                false);
        return new CommandRunner(console).run(arguments.toArray(String[]::new));
    }
}
