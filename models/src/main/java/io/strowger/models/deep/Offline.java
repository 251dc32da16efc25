package io.strowger.models.deep;

/**
 * Keeps DJL off the network: it would look for models and natives to download, and report its first use in a day to its
 * makers. Everything that this project runs comes in jars.
 */
public final class Offline {
    private static final String TRUE = "true";

    private Offline() {}

    /** To be called before anything of DJL is touched; sets properties of the process. */
    public static void ensure() {
        System.setProperty("ai.djl.offline", TRUE);
        System.setProperty("OPT_OUT_TRACKING", TRUE);
    }
}
