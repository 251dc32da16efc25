package io.strowger.bench.scale;

/**
 * How much a router has to look after.
 *
 * @param waiting conversations that wait, at least 1
 * @param agents all of them available, at least 10
 * @param signatures different combinations of requirements, a power of two up to {@link #MOST_SIGNATURES}
 * @param queues at least 1
 */
public record Size(int waiting, int agents, int signatures, int queues) {
    /** What the router's usual limits allow. */
    public static final int MOST_SIGNATURES = 1 << SizedOrganization.SKILLS;

    public Size {
        atLeast("waiting conversations", waiting, 1);
        atLeast("agents", agents, 10);
        atLeast("queues", queues, 1);
        if (Integer.bitCount(signatures) != 1 || signatures > MOST_SIGNATURES) {
            throw new IllegalArgumentException(
                    signatures + " signatures are not a power of two up to " + MOST_SIGNATURES);
        }
    }

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(value + " " + what + " are too few, it must be at least " + least);
        }
    }
}
