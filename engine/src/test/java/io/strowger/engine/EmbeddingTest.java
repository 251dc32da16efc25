package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.RouteState;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README shows. */
class EmbeddingTest {
    @TempDir
    Path directory;

    @Test
    void shouldRouteAMessageInTenLines() {
        OrganizationConfiguration shop = new OrganizationBuilder("shop")
                .channel("web-chat")
                .queue("general")
                .queue("billing")
                .rule("money", "analysis.intent.label == 'billing_dispute'", "billing", 80)
                .build();
        try (RoutingEngine engine = RoutingEngine.builder()
                .directory(directory)
                .analyzer(InlineModels.builtin())
                .organization(shop)
                .start()) {
            Routed routed = engine.route("shop", Message.of("web-chat", "I was charged twice!"))
                    .join();

            assertThat(routed.queue()).isEqualTo("billing");
            assertThat(routed.priority()).isEqualTo(80);
            assertThat(routed.state()).isEqualTo(RouteState.QUEUED);
            assertThat(routed.language()).isEqualTo("en");
        }
    }
}
