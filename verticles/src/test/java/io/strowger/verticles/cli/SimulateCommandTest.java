package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SimulateCommandTest extends ConsoleTest {
    private static final String SCENARIO = """
            organization:
              id: centre
              channels:
                - {id: phone, kind: voice, cost: 1, maxPerAgent: 1}
              queues:
                - {id: calls, autoAccept: true}
              fallbackQueue: calls
            agents:
              - {group: agent, count: 2, queues: [calls], capacity: 1}
            streams:
              - {name: calls, perHour: 12, handling: {exponential: 300s}}
            warmUp: 9h
            duration: 2000h
            """;

    @Test
    void shouldGiveTheFiguresOfTheContractWithTheirIntervals() throws IOException {
        JsonNode calls = simulate(SCENARIO, "--json", "--confidence", "99.9").at("/queues/calls");

        assertThat(calls.at("/pWait/low").asDouble()).isLessThan(0.3334);
        assertThat(calls.at("/pWait/high").asDouble()).isGreaterThan(0.3333);
        assertThat(calls.at("/meanWaitSeconds/low").asDouble()).isLessThan(100);
        assertThat(calls.at("/meanWaitSeconds/high").asDouble()).isGreaterThan(100);
        assertThat(calls.at("/serviceLevel/20/low").asDouble()).isLessThan(0.688164);
        assertThat(calls.at("/serviceLevel/20/high").asDouble()).isGreaterThan(0.688164);
        assertThat(calls.at("/occupancy/mean").asDouble()).isBetween(0.45, 0.55);
        assertThat(calls.at("/pAbandon/mean").asDouble()).isZero();
        assertThat(calls.at("/arrivals/mean").asDouble()).isBetween(22_000.0, 26_000.0);
    }

    @Test
    void shouldGiveTheSameTwiceAndSomethingElseWithAnotherSeed() throws IOException {
        String first = simulate(SCENARIO, "--json", "--seed", "7").toString();

        assertThat(simulate(SCENARIO, "--json", "--seed", "7").toString()).isEqualTo(first);
        assertThat(simulate(SCENARIO, "--json", "--seed", "8").at("/queues").toString())
                .isNotEqualTo(new ObjectMapper().readTree(first).at("/queues").toString());
    }

    @Test
    void shouldShowATableForPeople() throws IOException {
        Files.writeString(directory.resolve("s.yaml"), SCENARIO.replace("2000h", "20h"));

        assertThat(console.run("simulate", "s.yaml", "--replications", "3")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("3 runs", "queue calls", "occupancy", "±");
        assertThat(console.run("simulate", "s.yaml", "--html", "page.html")).isEqualTo(ExitCode.DONE);
        assertThat(directory.resolve("page.html")).content().contains("<svg", "How long customers wait", "calls");
    }

    @Test
    void shouldRefuseWhatIsWrongWithItsPlaceAndReason() throws IOException {
        assertWrong(SCENARIO.replace("perHour: 12", "perHour: -12"), "s.yaml:11:28: streams[0].perHour: -12 is not");
        assertWrong(SCENARIO.replace("queues: [calls], ", "queues: [cals], "), "no queue cals; did you mean calls?");
        assertWrong(SCENARIO.replace("perHour", "perhour"), "no such key; did you mean perHour?");
        assertWrong(SCENARIO.replace("{exponential: 300s}", "{exponentional: 300s}"), "did you mean exponential?");
        assertWrong(SCENARIO.replace("{exponential: 300s}", "{exponential: 0s}"), "must be more than 0");
        assertWrong(SCENARIO.replace("2000h", "sometimes"), "'sometimes' is not a duration");
        assertWrong(SCENARIO.replace("name: calls,", "name: calls, queue: other,"), "there is no queue other");
        assertWrong(SCENARIO.replace("name: calls,", "name: calls, channel: fax,"), "there is no channel fax");
        assertWrong(SCENARIO.replaceAll("streams:\n.*\n", ""), "streams: it is missing");
        assertWrong("organization: nowhere\n", "nowhere: there is no such directory");
        assertWrong("[1, 2]", "keys and values are expected");
        assertWrong("", "it is empty");
        assertWrong(SCENARIO + "replications: 0\n", "0 is not between 1 and");
        assertWrong(SCENARIO + "replications: 1.5\n", "'1.5' is not a whole number");
        assertWrong(SCENARIO + "seed: 9223372036854775808\n", "is not between -9223372036854775808 and");
        assertWrong(SCENARIO + "lines: -1\n", "-1 is not between 0 and");
        assertWrong("organization: \"a\\0b\"\n", "that is not a path");
        assertThat(console.run("simulate", "nowhere.yaml")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("there is no such file");
        assertThat(console.run("simulate", "s.yaml", "--seed", "x")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("'x' is not a whole number");
        assertThat(console.run("simulate", "s.yaml", "--html", "nowhere/p.html"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("there is no directory");
    }

    @Test
    void shouldCountThoseWhoAreTurnedAwayOrWhoseTimeIsOver() throws IOException {
        String busy = SCENARIO.replace("perHour: 12", "perHour: 60").replace("2000h", "100h");

        JsonNode full = simulate(busy.replace("autoAccept: true", "autoAccept: true, maxLength: 3"), "--json");
        assertThat(full.at("/total/pBlocked/mean").asDouble()).isBetween(0.5, 0.7);
        assertThat(full.at("/total/queueLength/mean").asDouble()).isBetween(1.0, 3.0);
        String nobody = busy.replaceAll("agents:\n.*\n", "agents: []\n");
        JsonNode late = simulate(
                nobody.replace("fallbackQueue: calls", "fallbackQueue: calls\n  limits: {timeToLive: 10m}"), "--json");
        assertThat(late.at("/total/pAbandon/mean").asDouble()).isEqualTo(1);
        assertThat(late.at("/total/waitSeconds/max").asDouble()).isBetween(599.0, 601.0);
        assertThat(late.at("/total/pUnserved/mean").asDouble()).isLessThan(0.01);
    }

    @Test
    void shouldRunTheShippedScenarios() throws IOException {
        Path shipped = ConsoleFixture.home().resolve("conf/scenarios");
        for (String name : new String[] {"erlang-c.yaml", "demo-day.yaml"}) {
            ConsoleFixture each = new ConsoleFixture(directory);
            assertThat(each.run("simulate", shipped.resolve(name).toString(), "--json"))
                    .as(each.err())
                    .isEqualTo(ExitCode.DONE);
            JsonNode result = new ObjectMapper().readTree(each.out());
            assertThat(result.at("/total/arrivals/mean").asDouble()).as(name).isPositive();
            assertThat(result.at("/total/pUnserved/mean").asDouble()).as(name).isLessThan(0.2);
        }
    }

    @Test
    void shouldRunTheDocumentedScenario() throws IOException {
        String page = Files.readString(ConsoleFixture.home().resolve("docs/simulate.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();

        JsonNode result = simulate(page.substring(start, page.indexOf("```", start)), "--json");

        assertThat(result.at("/streams/gold customers/arrivals/mean").asDouble())
                .isBetween(80.0, 220.0);
        assertThat(result.at("/queues/calls/occupancy/mean").asDouble()).isPositive();
    }

    private void assertWrong(String scenario, String message) throws IOException {
        Files.writeString(directory.resolve("s.yaml"), scenario);
        ConsoleFixture wrong = new ConsoleFixture(directory);
        assertThat(wrong.run("simulate", "s.yaml")).as(scenario).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(wrong.err()).contains("s.yaml", message);
        assertThat(wrong.out()).isEmpty();
    }

    private JsonNode simulate(String scenario, String... options) throws IOException {
        Files.writeString(directory.resolve("s.yaml"), scenario);
        ConsoleFixture fresh = new ConsoleFixture(directory);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "simulate";
        arguments[1] = "s.yaml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(fresh.run(arguments)).as(fresh.err()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(fresh.out());
    }
}
