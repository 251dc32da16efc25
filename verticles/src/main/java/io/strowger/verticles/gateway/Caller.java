package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.Names;
import io.strowger.verticles.identity.Identity;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.identity.Tokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Who sends a request.
 *
 * @param identity what the token says
 * @param names the names of the token's organization
 */
record Caller(Identity identity, Names names) {
    private static final String SCHEME = "bearer ";

    int organization() {
        return names.organization();
    }

    /**
     * The caller of a request that needs a permission.
     *
     * @throws ProblemException with 401 or 403
     */
    static Caller of(HttpServerRequest request, Permission permission, Tokens tokens, RoutingEngine engine)
            throws ProblemException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ProblemException(Problem.of(
                    ProblemType.MISSING_TOKEN, "the request needs the header Authorization: Bearer <token>"));
        }
        Identity identity;
        try {
            identity = tokens.verify(header.substring(SCHEME.length()).strip());
        } catch (TokenException e) {
            throw new ProblemException(e.problem());
        }
        if (!identity.may(permission)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "the token does not permit to " + permission.action()));
        }
        Names names = engine.directory().organization(identity.organization());
        if (names == null) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNKNOWN_ORGANIZATION, "the token's organization is not configured here"));
        }
        return new Caller(identity, names);
    }
}
