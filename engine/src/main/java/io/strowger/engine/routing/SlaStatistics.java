package io.strowger.engine.routing;

import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.internal.Hashes;

/** How many promises of each kind were met and broken. Part of the state. */
final class SlaStatistics {
    final long[] met = new long[SlaClock.count()];
    final long[] breached = new long[SlaClock.count()];

    void count(SlaClock clock, SlaStatus status) {
        if (status == SlaStatus.MET) {
            met[clock.code()]++;
        } else if (status == SlaStatus.BREACHED) {
            breached[clock.code()]++;
        }
    }

    long stateHash() {
        long hash = 0;
        for (int clock = 0; clock < met.length; clock++) {
            hash = Hashes.combine(hash, met[clock]);
            hash = Hashes.combine(hash, breached[clock]);
        }
        return hash;
    }
}
