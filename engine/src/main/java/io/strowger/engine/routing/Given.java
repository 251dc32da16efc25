package io.strowger.engine.routing;

import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;

/** What the API said about a conversation, until that is closed. */
final class Given {
    final KeyBytes attributes = new KeyBytes();

    /** 0 to 1000, or {@link UpdateAttributes#BY_RULES}. */
    int priority = UpdateAttributes.BY_RULES;

    void set(int priority, Bytes attributes) {
        this.priority = priority;
        this.attributes.copyFrom(attributes);
    }

    boolean is(int priority, Bytes attributes) {
        return this.priority == priority && this.attributes.content().contentEquals(attributes);
    }

    void clear() {
        priority = UpdateAttributes.BY_RULES;
        attributes.clear();
    }

    long stateHash() {
        return Hashes.combine(priority, attributes.hash());
    }
}
