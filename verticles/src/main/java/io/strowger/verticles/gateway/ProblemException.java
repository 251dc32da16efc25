package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;

/** A request can't be served; the problem is its answer. Has no stack trace: it is the caller's mistake, not ours. */
final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
