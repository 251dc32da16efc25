package io.strowger.verticles.ingest;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.configuration.Names;
import io.strowger.verticles.identity.Identity;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.session.TokenFrame;
import org.jspecify.annotations.Nullable;

/**
 * Who sends on a connection.
 *
 * @param identity what the token says
 * @param organization number of the token's organization
 */
record Admission(Identity identity, int organization) {
    /** What the first line led to: an admission, or the problem with it. */
    record Result(@Nullable Admission admission, @Nullable Problem problem) {
        static Result refused(Problem problem) {
            return new Result(null, problem);
        }

        /** Writes the answer to the first line. */
        void write(JsonWriter json) {
            json.beginObject().name("ok").flag(admission != null);
            if (admission != null) {
                json.name("organization").text(admission.identity().organization());
            }
            if (problem != null) {
                ProblemWriter.writeMembers(problem, json);
            }
            json.endObject();
        }
    }

    /** Judges the first line. */
    static Result of(IngestDependencies dependencies, boolean whole, byte[] line, int offset, int length) {
        String token = whole ? TokenFrame.token(line, offset, length) : null;
        if (token == null) {
            return Result.refused(Problem.of(
                    ProblemType.MISSING_TOKEN, "the first line must be an object with a token: {\"token\":\"...\"}"));
        }
        Identity identity;
        try {
            identity = dependencies.tokens().verify(token);
        } catch (TokenException e) {
            return Result.refused(e.problem());
        }
        if (!identity.may(Permission.SEND_MESSAGES) && !identity.may(Permission.READ)) {
            return Result.refused(forbidden(Permission.SEND_MESSAGES));
        }
        Names names = dependencies.engine().directory().organization(identity.organization());
        if (names == null) {
            return Result.refused(
                    Problem.of(ProblemType.UNKNOWN_ORGANIZATION, "the token's organization is not configured here"));
        }
        return new Result(new Admission(identity, names.organization()), null);
    }

    static Problem forbidden(Permission permission) {
        return Problem.of(ProblemType.FORBIDDEN, "the token does not permit to " + permission.action());
    }
}
