package io.strowger.engine.simulation;

import java.util.List;

/** When customers come, and what each brings to the rules. Immutable. */
public sealed interface Arrivals permits RandomArrivals, RecordedArrivals {
    /** Whether as many come at any time: so that parts of the time can be compared. */
    boolean isConstant();

    /** The labels that their analyses name. */
    List<String> labels();
}
