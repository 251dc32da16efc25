package io.strowger.bench.peers;

import java.util.List;

/**
 * One load that all contenders of a comparison take in turns.
 *
 * @param load what is asked of them
 * @param yardsticks what is compared
 */
record Bout(Load load, List<Yardstick> yardsticks) {
    Bout {
        yardsticks = List.copyOf(yardsticks);
    }
}
