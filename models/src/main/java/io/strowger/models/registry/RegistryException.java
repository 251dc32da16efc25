package io.strowger.models.registry;

/** A wish that the registry can't fulfil. Its message is a sentence: what is wrong and how to mend it. */
public final class RegistryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public RegistryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** Kinds of trouble. */
    public enum Kind {
        /** What was named is not there. */
        UNKNOWN,
        /** It is not possible as things stand. */
        CONFLICT,
        /** The wish itself makes no sense. */
        INVALID
    }
}
