package io.strowger.bench.peers;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that Strowger is compared with. Stateless. */
interface Peer {
    /** What the command line calls it. */
    String name();

    /** What it is, in a few words. */
    String title();

    /** What has to be installed for it, a sentence that names the Debian package; null when it can run here. */
    default @Nullable String missing(Programs programs) {
        return null;
    }

    /** The comparison, nothing of it started yet. */
    Comparison compare(Ground ground) throws IOException;
}
