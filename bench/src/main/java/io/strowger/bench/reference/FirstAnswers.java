package io.strowger.bench.reference;

import io.strowger.engine.command.Decision;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first answer to each message that carried its source's id. */
final class FirstAnswers {
    private final Map<Key, Entry> entries = new HashMap<>();

    /** The answer to a message whose id is known and whose window has not passed, or null. */
    @Nullable
    Decision find(int organization, int channel, String externalId, long now) {
        Entry entry = entries.get(new Key(organization, channel, externalId));
        return entry == null || now - entry.putAt >= entry.windowNanos ? null : entry.answer;
    }

    void put(int organization, int channel, String externalId, Decision answer, long now, long windowNanos) {
        Decision copy = new Decision();
        copy.copyFrom(answer);
        entries.put(new Key(organization, channel, externalId), new Entry(copy, now, windowNanos));
    }

    private record Key(int organization, int channel, String externalId) {}

    private record Entry(Decision answer, long putAt, long windowNanos) {}
}
