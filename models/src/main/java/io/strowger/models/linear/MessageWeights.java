package io.strowger.models.linear;

import java.util.List;

/** The heads that are read from message features, side by side in one table. */
record MessageWeights(WeightTable table, List<LinearHead> heads) {
    MessageWeights {
        heads = List.copyOf(heads);
    }
}
