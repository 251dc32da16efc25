package io.strowger.engine.internal;

/** Something does not fit into the largest buffer that is allowed for it. */
public final class BufferLimitException extends RuntimeException {
    public BufferLimitException(long neededBytes, long limitBytes) {
        super(neededBytes + " bytes are needed, the limit is " + limitBytes);
    }
}
