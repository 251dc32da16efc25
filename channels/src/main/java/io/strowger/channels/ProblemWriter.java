package io.strowger.channels;

import io.strowger.engine.internal.Bytes;

/** Writes problems as the objects of RFC 9457. Stateless: any thread, each with its own {@link JsonWriter}. */
public final class ProblemWriter {
    private ProblemWriter() {}

    /**
     * Writes one problem object, without a line feed.
     *
     * @param externalId the source's id of the message it is about, empty when there is none or it could not be read
     */
    public static void write(Problem problem, Bytes externalId, JsonWriter json) {
        json.beginObject();
        writeMembers(problem, json);
        if (!externalId.isEmpty()) {
            json.name("externalId").text(externalId);
        }
        json.endObject();
    }

    /** Writes the members of a problem into an object that the caller began and ends. */
    public static void writeMembers(Problem problem, JsonWriter json) {
        ProblemType type = problem.type();
        json.name("type").text(type.uri());
        json.name("title").text(type.title());
        json.name("status").number(type.status());
        json.name("detail").text(problem.detail());
        String field = problem.field();
        if (field != null) {
            json.name("field").text(field);
        }
    }
}
