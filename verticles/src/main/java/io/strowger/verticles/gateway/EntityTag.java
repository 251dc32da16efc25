package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;

/** A version as an ETag, and as the If-Match that repeats it. Stateless: any thread. */
final class EntityTag {
    /** Whichever version is there. */
    static final long ANY = -1;

    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an If-Match names.
     *
     * @param what whose version it is, as in {@code configuration}
     * @throws ProblemException when it is none
     */
    static long version(String header, String what) throws ProblemException {
        String tag = header.strip();
        if (tag.equals("*")) {
            return ANY;
        }
        if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
            tag = tag.substring(1, tag.length() - 1);
        }
        try {
            long version = Long.parseLong(tag);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProblemException(Problem.of(
                ProblemType.STALE_VERSION, "If-Match must be an ETag of this " + what + ", as in \"3\", or *"));
    }
}
