package io.strowger.engine.rules;

/** Ends the compilation of a condition. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expression;
    private final String suggestion;

    /**
     * @param expression the part of the condition that is meant
     * @param suggestion what to write instead; empty for no guess
     */
    RefusedException(long expression, String message, String suggestion) {
        super(message, null, false, false);
        this.expression = expression;
        this.suggestion = suggestion;
    }

    long expression() {
        return expression;
    }

    String suggestion() {
        return suggestion;
    }
}
