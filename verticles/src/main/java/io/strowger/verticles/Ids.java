package io.strowger.verticles;

import org.jspecify.annotations.Nullable;

/**
 * The outward form of the engine's numbers: a letter for the kind, a hyphen, and the number in base 36. Equal after a
 * recovery, because the numbers are. Safe for use by any thread.
 */
public final class Ids {
    /** What the parse methods return for a text that is no such id. */
    public static final long INVALID = -1;

    private static final int RADIX = 36;

    private Ids() {}

    /** The id of the message with that journal sequence, for example {@code m-3f}. */
    public static String message(long sequence) {
        return "m-" + Long.toString(sequence, RADIX);
    }

    /** The id of a conversation, for example {@code c-3f}. */
    public static String conversation(long conversation) {
        return "c-" + Long.toString(conversation, RADIX);
    }

    /** The id of an offer, for example {@code o-3f}. */
    public static String offer(long offer) {
        return "o-" + Long.toString(offer, RADIX);
    }

    /** The id of an assignment, for example {@code a-3f}; its number is that of the offer it came from. */
    public static String assignment(long assignment) {
        return "a-" + Long.toString(assignment, RADIX);
    }

    /** The journal sequence in a message's id, or {@link #INVALID}. */
    public static long parseMessage(@Nullable String id) {
        return parse('m', id);
    }

    /** The number in a conversation's id, or {@link #INVALID}. */
    public static long parseConversation(@Nullable String id) {
        return parse('c', id);
    }

    /** The number in an offer's id, or {@link #INVALID}. */
    public static long parseOffer(@Nullable String id) {
        return parse('o', id);
    }

    /** The number in an assignment's id, or {@link #INVALID}. */
    public static long parseAssignment(@Nullable String id) {
        return parse('a', id);
    }

    /** Takes only what the other direction makes: a positive number, lower case, no leading zero. */
    private static long parse(char kind, @Nullable String id) {
        if (id == null || id.length() < 3 || id.charAt(0) != kind || id.charAt(1) != '-' || id.charAt(2) == '0') {
            return INVALID;
        }
        long number = 0;
        for (int index = 2; index < id.length(); index++) {
            int digit = digit(id.charAt(index));
            if (digit < 0 || number > (Long.MAX_VALUE - digit) / RADIX) {
                return INVALID;
            }
            number = number * RADIX + digit;
        }
        return number;
    }

    private static int digit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'z' ? character - 'a' + 10 : -1;
    }
}
