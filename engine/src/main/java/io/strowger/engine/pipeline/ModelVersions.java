package io.strowger.engine.pipeline;

import io.strowger.engine.internal.Bytes;

/** A model's version as the number that records carry. */
public final class ModelVersions {
    private ModelVersions() {}

    /** The first 16 hexadecimal digits of a content hash; of another kind of version, a hash. Never 0. */
    public static long number(String version) {
        long number;
        try {
            number = Long.parseUnsignedLong(version, 0, Math.min(16, version.length()), 16);
        } catch (NumberFormatException e) {
            number = Bytes.of(version).contentHash();
        }
        return number == 0 ? 1 : number;
    }
}
