package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.Message;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine on a forgetful storage answers as any other, and leaves nothing behind. */
class ForgetfulStorageTest {
    private static final int MESSAGES = 3_000;

    @TempDir
    Path directory;

    /** Small segments, so that the engine goes through several. */
    @Test
    void shouldAnswerEverythingAndWriteNothing() throws Exception {
        try (RoutingEngine engine = engine(new ForgetfulStorage())) {
            for (int number = 0; number < MESSAGES; number++) {
                assertThat(engine.route("shop", Message.of("web-chat", "Where is my parcel?"))
                                .get()
                                .conversation())
                        .isPositive();
            }
            assertThat(engine.durableSequence()).isGreaterThan(MESSAGES);
        }

        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void shouldBeOfUseToOneEngineAtATime() {
        ForgetfulStorage storage = new ForgetfulStorage();
        try (RoutingEngine engine = engine(storage)) {
            assertThat(engine.health().open()).isTrue();
            assertThatThrownBy(() -> engine(storage))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use");
        }
    }

    private RoutingEngine engine(ForgetfulStorage storage) {
        return RoutingEngine.builder()
                .journal(new JournalConfig(directory, 64 << 10, 16 << 10, Long.MAX_VALUE, 0))
                .storage(storage)
                .organization(new OrganizationBuilder("shop")
                        .channel("web-chat")
                        .queue("general")
                        .build())
                .start();
    }
}
