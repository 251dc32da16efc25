package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a load, twice: what the journal gives back is the state that was. */
class KillTest {
    private static final int STATES_BEFORE_KILL = 6;

    @TempDir
    Path directory;

    @Test
    void shouldHaveTheStateThatTheKilledProcessHad() throws Exception {
        for (int run = 0; run < 2; run++) {
            RoutingEngine.StateHash said = killAfterAWhile("run" + run + "-");

            Router router = new Router(RouterLimits.DEFAULT, new CelRuleCompiler());
            AtomicLong hashThen = new AtomicLong();
            try (Journal journal = Journal.open(JournalConfig.in(directory))) {
                journal.recover(1, record -> {
                    router.apply(record);
                    if (record.sequence() == said.sequence()) {
                        hashThen.set(router.stateHash());
                    }
                });
            }
            assertThat(hashThen.get()).as("state at record %s", said.sequence()).isEqualTo(said.hash());
            assertThat(router.lastSequence()).isGreaterThanOrEqualTo(said.sequence());

            try (RoutingEngine engine =
                    RoutingEngine.builder().directory(directory).start()) {
                assertThat(engine.recoveredState())
                        .isEqualTo(new RoutingEngine.StateHash(router.lastSequence(), router.stateHash()));
            }
        }
    }

    /** Returns the last state that the process said before it was killed. */
    private RoutingEngine.StateHash killAfterAWhile(String prefix) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEngine.class.getName(),
                        directory.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        RoutingEngine.StateHash last = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int states = 0; states < STATES_BEFORE_KILL; states++) {
                String line = lines.readLine();
                assertThat(line).as("what the process says").startsWith("state ");
                String[] words = line.split(" ");
                last = new RoutingEngine.StateHash(Long.parseLong(words[1]), Long.parseLong(words[2]));
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return last;
    }
}
