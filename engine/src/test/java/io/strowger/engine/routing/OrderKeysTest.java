package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderKeysTest {
    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toNanos();

    @Test
    void shouldCompareDueInstantsWithAges() {
        long overdue = key(OrderPolicy.EDF, 50, NOW - 31 * DAY, NOW - 30 * DAY);
        long fresh = key(OrderPolicy.AGED, 50, NOW, 0);
        long dueTomorrow = key(OrderPolicy.EDF, 50, NOW, NOW + DAY);

        assertThat(overdue).isLessThan(fresh);
        assertThat(fresh).isLessThan(dueTomorrow);
    }

    @Test
    void shouldPutTheHigherPriorityFirstWhenTwoAreDueAtOnce() {
        assertThat(key(OrderPolicy.EDF, 700, NOW, NOW + DAY)).isLessThan(key(OrderPolicy.EDF, 50, NOW, NOW + DAY));
        assertThat(key(OrderPolicy.EDF, 0, NOW, NOW + DAY))
                .isLessThan(key(OrderPolicy.EDF, 1_000, NOW, NOW + DAY + 2_048));
    }

    private static long key(OrderPolicy order, int priority, long waitingSince, long dueAt) {
        QueueConfiguration queue = new QueueConfiguration(
                "queue", "queue", order, 1_000_000_000L, Strategy.LONGEST_IDLE, 50, List.of(), 1, 0, false);
        return OrderKeys.of(queue, priority, waitingSince, dueAt);
    }
}
