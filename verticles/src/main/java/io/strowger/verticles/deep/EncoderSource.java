package io.strowger.verticles.deep;

import io.strowger.models.deep.TextEncoder;
import java.io.IOException;

/** Loads sessions. */
@FunctionalInterface
public interface EncoderSource {
    /** A new session for one thread. Takes a second or so. */
    TextEncoder open() throws IOException;
}
