package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Gathers a request's body up to a limit. A body that passes it is answered at once and its connection is closed. */
final class BodyReader {
    private static final Buffer EMPTY = Buffer.buffer();

    private final HttpServerRequest request;
    private final int limitBytes;
    private final Handler<Buffer> whole;
    private @Nullable Buffer body;
    private boolean copied;
    private boolean refused;

    private BodyReader(HttpServerRequest request, int limitBytes, Handler<Buffer> whole) {
        this.request = request;
        this.limitBytes = limitBytes;
        this.whole = whole;
    }

    /** Reads the body and hands it over; a body that is too large never is. To be called before the request's handler returns. */
    static void read(HttpServerRequest request, int limitBytes, Handler<Buffer> whole) {
        BodyReader reader = new BodyReader(request, limitBytes, whole);
        if (declaredBytes(request) > limitBytes) {
            reader.refuse();
            return;
        }
        request.handler(reader::received);
        request.endHandler(ignored -> reader.ended());
    }

    private void received(Buffer piece) {
        if (refused) {
            return;
        }
        Buffer sofar = body;
        if ((sofar == null ? 0 : sofar.length()) + piece.length() > limitBytes) {
            refuse();
        } else if (sofar == null) {
            body = piece;
        } else {
            if (!copied) {
                sofar = Buffer.buffer(2 * (sofar.length() + piece.length())).appendBuffer(sofar);
                copied = true;
            }
            body = sofar.appendBuffer(piece);
        }
    }

    private void ended() {
        if (!refused) {
            Buffer read = body;
            whole.handle(read == null ? EMPTY : read);
        }
    }

    private void refuse() {
        refused = true;
        body = null;
        if (request.version() != HttpVersion.HTTP_2) { // which knows no such header (RFC 9113, section 8.2.2)
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        Responses.problem(
                request.response(),
                Problem.of(ProblemType.BODY_TOO_LARGE, "the body is larger than " + limitBytes + " bytes"));
    }

    private static long declaredBytes(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
