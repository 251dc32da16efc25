package io.strowger.engine.simulation;

import io.strowger.engine.internal.Bytes;
import java.util.List;

/**
 * The random numbers of one run. Those of a customer depend on the seed, the run's number, the stream's name, the customer's
 * number in it and the purpose only: whatever else differs between two configurations, the same customers come, with the
 * same patience and the same wishes (common random numbers). One thread.
 */
final class Chances {
    private final long[][] seeds;
    private final RandomStream random = new RandomStream();

    Chances(long seed, int run, List<ArrivalStream> streams) {
        long ofRun = RandomStream.seed(seed, run);
        seeds = new long[Purpose.COUNT][streams.size()];
        for (Purpose purpose : Purpose.values()) {
            long ofPurpose = RandomStream.seed(ofRun, purpose.code());
            for (int stream = 0; stream < streams.size(); stream++) {
                seeds[purpose.code()][stream] = RandomStream.seed(
                        ofPurpose, Bytes.of(streams.get(stream).name()).contentHash());
            }
        }
    }

    /** The numbers for a customer; valid until the next call. */
    RandomStream of(Purpose purpose, int stream, long number) {
        return random.restart(RandomStream.seed(seeds[purpose.code()][stream], number));
    }
}
