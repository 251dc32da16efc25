package io.strowger.verticles.identity;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;

/** A token is not accepted. Carries no part of the token. */
public final class TokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    TokenException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.problem = Problem.of(type, detail);
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
