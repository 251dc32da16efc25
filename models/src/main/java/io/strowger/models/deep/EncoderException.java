package io.strowger.models.deep;

/** A text could not be encoded: the session failed. The next text may succeed, with this session or a new one. */
public final class EncoderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
