package io.strowger.bench.net;

import io.strowger.channels.ProblemType;
import java.nio.charset.StandardCharsets;

/**
 * Judges Strowger's answers: each must be for the message whose turn it is, the first of that message, and as durable as
 * asked for. A refusal because the server is busy may happen under load; one because its disk is full, or it closes, ends what
 * can be measured.
 */
public final class MessageAnswers implements AnswerCheck {
    private static final byte[] MESSAGE_ID = ascii("\"messageId\":\"");
    private static final byte[] FIRST = ascii("\"duplicate\":false");
    private static final byte[] DURABLE = ascii("\"durable\":true");
    private static final byte[] OVERLOADED = type(ProblemType.OVERLOADED);
    private static final byte[] LIMITED = type(ProblemType.ORGANIZATION_LIMIT);

    private final byte[] externalId;
    private final boolean http;
    private final boolean mustBeDurable;

    /**
     * @param run the run's name, as in its {@link MessageRequests}
     * @param http whether answers are HTTP responses rather than lines
     * @param ackDecided whether answers may come before they are durable
     */
    public MessageAnswers(String run, boolean http, boolean ackDecided) {
        this.externalId = ascii("\"externalId\":\"" + run + "-");
        this.http = http;
        this.mustBeDurable = !ackDecided;
    }

    @Override
    public Verdict check(long number, int connection, byte[] bytes, int from, int to) {
        int body = http ? HttpFraming.body(bytes, from, to) : from;
        int id = behind(externalId, bytes, body, to);
        if (id < 0 || !isNumber(number, bytes, id, to)) {
            return Verdict.WRONG;
        }
        if (behind(MESSAGE_ID, bytes, body, to) < 0) {
            return behind(OVERLOADED, bytes, body, to) >= 0 || behind(LIMITED, bytes, body, to) >= 0
                    ? Verdict.REFUSED
                    : Verdict.WRONG;
        }
        boolean isFirst = behind(FIRST, bytes, id, to) >= 0;
        boolean isDurable = !mustBeDurable || behind(DURABLE, bytes, id, to) >= 0;
        return isFirst && isDurable ? Verdict.GOOD : Verdict.WRONG;
    }

    private static boolean isNumber(long number, byte[] bytes, int from, int to) {
        if (from + MessageRequests.NUMBER_DIGITS > to) {
            return false;
        }
        long read = 0;
        for (int index = from; index < from + MessageRequests.NUMBER_DIGITS; index++) {
            read = 10 * read + (bytes[index] - '0');
        }
        return read == number;
    }

    /** The index behind the first occurrence of something, or -1. */
    private static int behind(byte[] wanted, byte[] bytes, int from, int to) {
        for (int index = from; index <= to - wanted.length; index++) {
            int matched = 0;
            while (matched < wanted.length && bytes[index + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return index + matched;
            }
        }
        return -1;
    }

    private static byte[] type(ProblemType type) {
        return ascii("\"type\":\"" + type.uri() + "\"");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
