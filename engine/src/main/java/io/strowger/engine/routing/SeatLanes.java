package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.internal.InvariantViolation;
import org.jspecify.annotations.Nullable;

/**
 * A queue's seats: agents who can take something, in the order in which they are asked. There is one row for all
 * conversations, or, where the order of the agents depends on the conversation, one a kind of channel or one a signature.
 * Rebuilt with each configuration; rows of signatures are added when a conversation with that signature first waits there.
 */
final class SeatLanes {
    private final Strategy strategy;
    private final int words;
    private final @Nullable SignatureTree[] lanes;

    /** @param words 64-bit words of the bit sets */
    SeatLanes(Strategy strategy, int words) {
        this.strategy = strategy;
        this.words = words;
        lanes = new SignatureTree
                [switch (strategy) {
                    case FEWEST_ACTIVE -> ChannelKind.values().length;
                    case BEST_SCORE -> words * Long.SIZE;
                    default -> 1;
                }];
        if (strategy != Strategy.BEST_SCORE) {
            for (int lane = 0; lane < lanes.length; lane++) {
                add(lane);
            }
        }
    }

    /** How many rows there can be. */
    int count() {
        return lanes.length;
    }

    /** Whether there is that row. */
    boolean has(int lane) {
        return lanes[lane] != null;
    }

    /** Adds an empty row. */
    void add(int lane) {
        lanes[lane] = new SignatureTree(words, strategy == Strategy.RANDOM);
    }

    SignatureTree lane(int lane) {
        SignatureTree tree = lanes[lane];
        if (tree == null) {
            throw new InvariantViolation("there is no row of seats " + lane);
        }
        return tree;
    }

    /** Adds what the agents can take to a set of signatures. */
    void addUnion(long[] bits) {
        for (SignatureTree lane : lanes) {
            if (lane != null) {
                lane.addUnion(bits);
            }
        }
    }

    /** The row in which agents for a conversation are looked for. */
    SignatureTree of(Signature signature) {
        return lane(laneOf(signature));
    }

    int laneOf(Signature signature) {
        return switch (strategy) {
            case FEWEST_ACTIVE -> signature.capacity.kind.code();
            case BEST_SCORE -> signature.number;
            default -> 0;
        };
    }
}
