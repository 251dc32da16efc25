package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.DomainEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a conversation has come in the steps of its rule, and which exceptions it met. */
final class Progress {
    /** The rule whose steps it takes, and which one it is in. */
    int rule = DomainEvent.NOBODY;

    int step;

    /** When the next one comes, 0 for never. */
    long endsAt;

    /** What it asks whatever queue it is in; null when that is not known. */
    @Nullable
    List<Requirement> demand;

    int moves;
    int refusals;

    /** Whether it is elsewhere than the rules said. */
    boolean touched;

    /** Exception rules of this stay. */
    final Set<Integer> raised = new HashSet<>();

    /** When which of the exception rules is looked at, 0 for never. */
    long watchAt;

    int watchPosition;

    void forgetSteps() {
        rule = DomainEvent.NOBODY;
        step = 0;
        endsAt = 0;
        demand = null;
        touched = false;
    }
}
