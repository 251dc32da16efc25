package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerMetricsTest {
    @Test
    void shouldReadValuesWhenCommentsAndLabelsStandBetween() {
        ServerMetrics metrics = ServerMetrics.parse("""
                # HELP engine_ring_size Slots of the ring
                # TYPE engine_ring_size gauge
                engine_ring_size 16384.0
                engine_ring_remaining 16380.0
                engine_idempotency_bytes 1.048576E6
                projection_lag_records{projection="postgres"} 12.0
                projection_lag_records{projection="redis"} 7.0
                """);

        assertThat(metrics.ring()).isEqualTo(4);
        assertThat(metrics.ringSize()).isEqualTo(16_384);
        assertThat(metrics.rememberedBytes()).isEqualTo(1 << 20);
        assertThat(metrics.lag()).isEqualTo(12);
    }

    @Test
    void shouldNameTheMetricWhenItIsMissing() {
        assertThatThrownBy(() -> ServerMetrics.parse("").rememberedBytes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("engine_idempotency_bytes");
    }
}
