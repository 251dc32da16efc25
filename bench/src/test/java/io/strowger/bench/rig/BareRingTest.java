package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.pipeline.Topology;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BareRingTest {
    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldRecordEveryMessageInEachTopology(Topology topology) {
        try (BareRing ring = new BareRing(topology)) {
            Sent sent = new OpenLoop().run(Schedule.steady(5_000), Duration.ofMillis(200), ring);
            ring.drain();

            assertThat(sent.sent()).isEqualTo(1_000);
            assertThat(ring.decided().getTotalCount()).isEqualTo(1_000);
            assertThat(ring.answered().getTotalCount()).isEqualTo(1_000);
            ring.reset();
            assertThat(ring.decided().getTotalCount()).isZero();
        }
    }
}
