package io.strowger.engine.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal can't do what it was asked to. The message is meant for the operator and shown as it is: what happened, in
 * which file or directory, and what to do.
 */
public final class JournalException extends RuntimeException {
    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The file system refused something. */
    static JournalException failed(String doing, String path, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new JournalException(
                "The journal failed to " + doing + " " + path + " (" + reason
                        + "): check the disk and the rights, then start again.",
                cause);
    }

    /** Something that was durable is not as it was written. */
    static JournalException damaged(String path, long offset, String what) {
        return new JournalException("The journal's file " + path + " is damaged at byte " + offset + " (" + what
                + "): restore the file from a copy, or move the whole journal away to begin an empty one.");
    }

    /** A file between others is not there. */
    static JournalException missing(String path) {
        return new JournalException("The journal's file " + path
                + " is missing: restore it from a copy, or move the whole journal away to begin an empty one.");
    }

    /** Somebody wrote it with a later release. */
    static JournalException newer(String path, long offset, int version, int known) {
        return new JournalException("The journal's file " + path + " has version " + version + " at byte " + offset
                + ", this release reads up to " + known + ": start the release that wrote it, or a later one.");
    }
}
