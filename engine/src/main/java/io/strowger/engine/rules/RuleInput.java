package io.strowger.engine.rules;

import io.strowger.engine.command.Attributes;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/**
 * What a condition sees: the message and its analysis. One instance belongs to the deciding thread and is pointed at one
 * message after the other. Reading allocates nothing.
 */
public final class RuleInput {
    private static final int DRAWS = 100;
    private static final Bytes NOTHING = new Bytes();

    private final Attributes attributes = new Attributes();
    private ReceiveMessage message = new ReceiveMessage();
    private Analysis analysis = new Analysis();
    private Bytes[] labels = {};
    private Bytes given = NOTHING;
    private NameTable labelTable = NameTable.EMPTY;
    private long conversation;
    private long missingKeys;
    private boolean failed;

    /** Points at a message and its analysis, whose labels are stable numbers of the table. */
    public RuleInput over(ReceiveMessage message, Analysis analysis, NameTable labelTable) {
        this.message = message;
        this.analysis = analysis;
        this.given = NOTHING;
        this.conversation = 0;
        if (labelTable != this.labelTable) {
            this.labelTable = labelTable;
            labels = labelTable.names().stream().map(Bytes::of).toArray(Bytes[]::new);
        }
        return this;
    }

    /** Has attributes come before those of the message. */
    public RuleInput given(Bytes attributes) {
        this.given = attributes;
        return this;
    }

    /** Says which conversation the message belongs to. */
    public RuleInput of(long conversation) {
        this.conversation = conversation;
        return this;
    }

    /** 0 to 99, by the conversation's id: each equally often, and always the same for one conversation. */
    long draw() {
        return (Hashes.mix(conversation) >>> 1) % DRAWS;
    }

    public ReceiveMessage message() {
        return message;
    }

    public Analysis analysis() {
        return analysis;
    }

    /** The label of a head as bytes, or null when the head has no answer. */
    public @Nullable Bytes label(Head head) {
        int label = analysis.label(head);
        return label == Analysis.NONE ? null : labels[label];
    }

    /** The value of an attribute, or null when the message has none of that key. Valid until the next call. */
    public @Nullable Bytes attribute(Bytes key) {
        Bytes found = given.isEmpty() ? null : attributes.find(given, key);
        return found != null ? found : attributes.find(message.attributes, key);
    }

    /** Notes that a number can't be computed, and is 0 in place of one. */
    long fail() {
        failed = true;
        return 0;
    }

    /** Whether a number that was just asked for can't be computed. */
    boolean failed() {
        return failed;
    }

    /** Whether a number that was just asked for can't be computed; forgets it. */
    boolean takeFailure() {
        boolean taken = failed;
        failed = false;
        return taken;
    }

    /** Notes that a condition asked for something that the message does not have. */
    public void countMissingKey() {
        missingKeys++;
    }

    /** How often conditions asked for something that was not there, since the start. */
    public long missingKeys() {
        return missingKeys;
    }
}
