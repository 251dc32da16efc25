package io.strowger.channels;

/**
 * The public ids of messages, conversations and offers: a letter, a hyphen and a journal number in base 36. They are
 * derived from the journal, so that they are equal after every recovery and in every store. Any thread.
 */
public final class Ids {
    /** Stands for text that is no id of the wanted kind. */
    public static final long INVALID = -1;

    private static final int RADIX = 36;
    private static final int MAX_DIGITS = 13;

    private Ids() {}

    /** The id of the message whose record has that sequence. */
    public static String message(long sequence) {
        return "m-" + Long.toString(sequence, RADIX);
    }

    /** The id of a conversation. */
    public static String conversation(long conversation) {
        return "c-" + Long.toString(conversation, RADIX);
    }

    /** The id of an offer, and of the assignment that comes from it. */
    public static String offer(long offer) {
        return "o-" + Long.toString(offer, RADIX);
    }

    /** The sequence in a message's id, or {@link #INVALID}. */
    public static long messageSequence(String id) {
        return number(id, 'm');
    }

    /** The conversation in a conversation's id, or {@link #INVALID}. */
    public static long conversationNumber(String id) {
        return number(id, 'c');
    }

    /** The offer in an offer's id, or {@link #INVALID}. */
    public static long offerNumber(String id) {
        return number(id, 'o');
    }

    private static long number(String id, char kind) {
        int length = id.length();
        if (length < 3 || length > 2 + MAX_DIGITS || id.charAt(0) != kind || id.charAt(1) != '-') {
            return INVALID;
        }
        long number = 0;
        for (int index = 2; index < length; index++) {
            int digit = digit(id.charAt(index));
            if (digit < 0 || number > (Long.MAX_VALUE - digit) / RADIX) {
                return INVALID;
            }
            number = number * RADIX + digit;
        }
        return number > 0 && id.charAt(2) != '0' ? number : INVALID;
    }

    private static int digit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'z' ? character - 'a' + 10 : -1;
    }
}
