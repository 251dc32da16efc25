package io.strowger.models.training;

/** Who adds soft labels to the training texts. */
public enum Teacher {
    /** Nobody: the labels of the file are all there is. The result is byte-equal on every machine. */
    NONE,
    /** The packaged sentence encoder. The result is byte-equal on the same machine only. */
    BUILTIN
}
