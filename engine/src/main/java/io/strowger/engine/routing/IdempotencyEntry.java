package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.models.Head;

/**
 * Reads and writes one entry of an {@link IdempotencyTable} in place:
 *
 * <pre>
 *  0 size, 32 bits          24 put at               72 queue      88 state, outcome, 8 bits each
 *  4 length of the id, 16   32 window               76 agent      90 sentiment score, 16 bits
 *  6 forgotten, 8           40 sequence             80 rule       92 a label and a confidence a head, 16 bits each
 *  8 number of the put      48 conversation         84 priority      the id
 * 16 organization           56 offer
 * 20 channel                64 version
 * </pre>
 *
 * <p>A view that is pointed from entry to entry. What makes two tables equal begins at byte 16.
 */
final class IdempotencyEntry {
    private static final int SIZE = 0;
    private static final int ID_LENGTH = 4;
    private static final int FORGOTTEN = 6;
    private static final int PUT_NUMBER = 8;
    private static final int CONTENT = 16;
    private static final int ORGANIZATION = 16;
    private static final int CHANNEL = 20;
    private static final int PUT_AT = 24;
    private static final int WINDOW = 32;
    private static final int SEQUENCE = 40;
    private static final int CONVERSATION = 48;
    private static final int OFFER = 56;
    private static final int VERSION = 64;
    private static final int QUEUE = 72;
    private static final int AGENT = 76;
    private static final int RULE = 80;
    private static final int PRIORITY = 84;
    private static final int STATE = 88;
    private static final int OUTCOME = 89;
    private static final int SENTIMENT = 90;
    private static final int HEADS = 92;
    private static final int HEAD_BYTES = 2 * Short.BYTES;
    private static final int ID = HEADS + Head.count() * HEAD_BYTES;

    private byte[] array = {};
    private int start;

    /** The bytes of an entry with an id of that length. */
    static int bytes(int idLength) {
        return (ID + idLength + EntryChunks.UNIT_BYTES - 1) & -EntryChunks.UNIT_BYTES;
    }

    IdempotencyEntry at(EntryChunks chunks, long address) {
        array = chunks.array(address);
        start = chunks.offset(address);
        return this;
    }

    /** Fills all but the size. */
    void write(
            int organization,
            int channel,
            Bytes externalId,
            Decision answer,
            long putAt,
            long windowNanos,
            long putNumber) {
        LittleEndian.putShort(array, start + ID_LENGTH, (short) externalId.length());
        array[start + FORGOTTEN] = 0;
        LittleEndian.putLong(array, start + PUT_NUMBER, putNumber);
        putInt(ORGANIZATION, organization);
        putInt(CHANNEL, channel);
        LittleEndian.putLong(array, start + PUT_AT, putAt);
        LittleEndian.putLong(array, start + WINDOW, windowNanos);
        System.arraycopy(externalId.array(), externalId.offset(), array, start + ID, externalId.length());
        writeAnswer(answer);
    }

    void readAnswer(Decision into) {
        into.organization = organization();
        into.sequence = longAt(SEQUENCE);
        into.conversation = longAt(CONVERSATION);
        into.offer = longAt(OFFER);
        into.version = longAt(VERSION);
        into.queue = intAt(QUEUE);
        into.agent = intAt(AGENT);
        into.rule = intAt(RULE);
        into.priority = intAt(PRIORITY);
        into.state = RouteState.ofCode(array[start + STATE]);
        into.outcome = Outcome.ofCode(array[start + OUTCOME]);
        into.analysis.sentimentScore(shortAt(SENTIMENT));
        for (int code = 0; code < Head.count(); code++) {
            int at = HEADS + code * HEAD_BYTES;
            into.analysis.set(Head.ofCode(code), shortAt(at), shortAt(at + Short.BYTES));
        }
        into.detail = "";
    }

    boolean hasKey(int organization, int channel, Bytes externalId) {
        return organization() == organization
                && channel() == channel
                && externalId.contentEquals(array, start + ID, idLength());
    }

    boolean isAliveAt(long now) {
        return now - putAt() < windowNanos();
    }

    int size() {
        return intAt(SIZE);
    }

    boolean isForgotten() {
        return array[start + FORGOTTEN] != 0;
    }

    void markForgotten() {
        array[start + FORGOTTEN] = 1;
    }

    /** Its place in the order of all puts. */
    long putNumber() {
        return longAt(PUT_NUMBER);
    }

    int organization() {
        return intAt(ORGANIZATION);
    }

    int channel() {
        return intAt(CHANNEL);
    }

    Bytes externalId(Bytes into) {
        return into.set(array, start + ID, idLength());
    }

    long putAt() {
        return longAt(PUT_AT);
    }

    long windowNanos() {
        return longAt(WINDOW);
    }

    /** A hash of the key, the answer and the window. */
    long contentHash() {
        return Hashes.ofBytes(array, start + CONTENT, ID - CONTENT + idLength());
    }

    private void writeAnswer(Decision answer) {
        LittleEndian.putLong(array, start + SEQUENCE, answer.sequence);
        LittleEndian.putLong(array, start + CONVERSATION, answer.conversation);
        LittleEndian.putLong(array, start + OFFER, answer.offer);
        LittleEndian.putLong(array, start + VERSION, answer.version);
        putInt(QUEUE, answer.queue);
        putInt(AGENT, answer.agent);
        putInt(RULE, answer.rule);
        putInt(PRIORITY, answer.priority);
        array[start + STATE] = (byte) answer.state.code();
        array[start + OUTCOME] = (byte) answer.outcome.code();
        putShort(SENTIMENT, answer.analysis.sentimentScore());
        for (int code = 0; code < Head.count(); code++) {
            Head head = Head.ofCode(code);
            putShort(HEADS + code * HEAD_BYTES, answer.analysis.label(head));
            putShort(HEADS + code * HEAD_BYTES + Short.BYTES, answer.analysis.confidence(head));
        }
    }

    private int idLength() {
        return shortAt(ID_LENGTH);
    }

    private void putShort(int at, int value) {
        LittleEndian.putShort(array, start + at, (short) value);
    }

    private void putInt(int at, int value) {
        LittleEndian.putInt(array, start + at, value);
    }

    private short shortAt(int at) {
        return LittleEndian.shortAt(array, start + at);
    }

    private int intAt(int at) {
        return LittleEndian.intAt(array, start + at);
    }

    private long longAt(int at) {
        return LittleEndian.longAt(array, start + at);
    }
}
