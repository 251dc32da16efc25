package io.strowger.engine;

import io.strowger.engine.ingress.MessageIngress;

/** The engine did not take a command; nothing changed. */
public final class EngineRefusedException extends RuntimeException {
    private final long refusal;

    public EngineRefusedException(long refusal) {
        super(sentence(refusal));
        this.refusal = refusal;
    }

    /** One of the {@code REFUSED_} codes of {@link MessageIngress}. */
    public long refusal() {
        return refusal;
    }

    private static String sentence(long refusal) {
        if (refusal == MessageIngress.REFUSED_FULL) {
            return "the ring is full, try again a little later";
        } else if (refusal == MessageIngress.REFUSED_CLOSED) {
            return "the engine takes no messages: it is closed or has failed";
        } else if (refusal == MessageIngress.REFUSED_TOO_LARGE) {
            return "the message is too large";
        } else if (refusal == MessageIngress.REFUSED_ORGANIZATION_LIMIT) {
            return "the organization has used up its messages for this second";
        }
        return "the journal has no room, free disk space or raise its limit";
    }
}
