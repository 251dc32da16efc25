package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.session.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes responses. Stateless; called by the response's event loop. */
final class Responses {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence RETRY_AFTER =
            HttpHeaders.createOptimized(Integer.toString(Problems.RETRY_AFTER_SECONDS));
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("www-authenticate");
    private static final CharSequence BEARER = HttpHeaders.createOptimized("Bearer realm=\"strowger\"");
    private static final Bytes NO_ID = new Bytes();

    private Responses() {}

    /** Ends a response with a JSON value. */
    static void json(HttpServerResponse response, int status, JsonWriter json) {
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
            response.end(buffer(json));
        }
    }

    /** Ends a response with a problem. */
    static void problem(HttpServerResponse response, Problem problem) {
        JsonWriter json = new JsonWriter(512);
        ProblemWriter.write(problem, NO_ID, json);
        problem(response, problem.type(), json);
    }

    /** Ends a response with a problem object that is written already. */
    static void problem(HttpServerResponse response, ProblemType type, JsonWriter json) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(type.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM);
        if (type.isTransient()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (type.status() == 401) {
            response.putHeader(WWW_AUTHENTICATE, BEARER);
        }
        response.end(buffer(json));
    }

    private static Buffer buffer(JsonWriter json) {
        return Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length());
    }
}
