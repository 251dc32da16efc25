package io.strowger.models;

import java.io.IOException;
import java.nio.file.Path;

/** A model that cannot be read: says which file, what is wrong with it and what to do. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public ModelFormatException(String message) {
        super(message);
    }

    /** A problem of one file of a model directory. */
    public ModelFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
