package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;
import java.util.Arrays;

/** How two texts can stand to each other. Texts are UTF-8, whose order byte by byte is the order of their characters. */
enum TextRelation {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS;

    /** Whether it holds between a slice on its left side and a text on its right side. */
    boolean holds(byte[] array, int offset, int length, Bytes right) {
        return switch (this) {
            case EQUAL -> right.contentEquals(array, offset, length);
            case DIFFERENT -> !right.contentEquals(array, offset, length);
            case LESS -> order(array, offset, length, right) < 0;
            case AT_MOST -> order(array, offset, length, right) <= 0;
            case GREATER -> order(array, offset, length, right) > 0;
            case AT_LEAST -> order(array, offset, length, right) >= 0;
            case STARTS_WITH -> length >= right.length() && right.contentEquals(array, offset, right.length());
            case ENDS_WITH ->
                length >= right.length()
                        && right.contentEquals(array, offset + length - right.length(), right.length());
            case CONTAINS -> contains(array, offset, length, right);
        };
    }

    private static int order(byte[] array, int offset, int length, Bytes right) {
        int rightEnd = right.offset() + right.length();
        return Arrays.compareUnsigned(array, offset, offset + length, right.array(), right.offset(), rightEnd);
    }

    private static boolean contains(byte[] array, int offset, int length, Bytes wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        byte first = wanted.at(0);
        int last = offset + length - wanted.length();
        for (int start = offset; start <= last; start++) {
            if (array[start] == first && wanted.contentEquals(array, start, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
