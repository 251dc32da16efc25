package io.strowger.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.strowger.engine.TestOrganizations;
import io.strowger.models.linear.InlineModels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void shouldHandleMessagesOfTheOrganizationAndEnd() {
        assertThatNoException()
                .isThrownBy(() -> WarmUp.run(InlineModels.builtin(), TestOrganizations.shop(), Duration.ofMillis(50)));
    }
}
