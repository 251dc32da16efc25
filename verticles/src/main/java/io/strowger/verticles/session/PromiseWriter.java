package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.explain.Promise;
import java.util.List;
import java.util.Locale;

/** Writes how promises stand as the member {@code sla}, named as in the queue's targets. Stateless: any thread. */
final class PromiseWriter {
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final int THOUSANDTHS = 3;

    private PromiseWriter() {}

    static void write(List<Promise> promises, JsonWriter json) {
        json.name("sla").beginObject();
        for (Promise promise : promises) {
            json.name(name(promise.clock())).beginObject();
            json.name("status").text(promise.status().name().toLowerCase(Locale.ROOT));
            json.name("targetSeconds").fixed(promise.targetNanos() / NANOS_A_MILLI, THOUSANDTHS);
            json.name("consumedSeconds").fixed(promise.consumedNanos() / NANOS_A_MILLI, THOUSANDTHS);
            json.name("since");
            Times.write(promise.since(), json);
            json.name("dueAt");
            Times.write(promise.dueAt(), json);
            json.endObject();
        }
        json.endObject();
    }

    /** Writes the members of a broken promise into an object that the caller began and ends. */
    static void broken(Promise promise, JsonWriter json) {
        json.name("clock").text(name(promise.clock()));
        json.name("targetSeconds").fixed(promise.targetNanos() / NANOS_A_MILLI, THOUSANDTHS);
        json.name("dueAt");
        Times.write(promise.dueAt(), json);
    }

    private static String name(SlaClock clock) {
        return switch (clock) {
            case TIME_TO_ASSIGN -> "timeToAssign";
            case FIRST_RESPONSE -> "firstResponse";
            case NEXT_RESPONSE -> "nextResponse";
            case RESOLUTION -> "resolution";
        };
    }
}
