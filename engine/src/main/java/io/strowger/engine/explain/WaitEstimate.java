package io.strowger.engine.explain;

import org.jspecify.annotations.Nullable;

/**
 * What a waiting conversation can expect.
 *
 * @param position its place, from 1: one more than those before it in its queue who look for an agent. Whoever has as many
 *     offers as the queue makes at once, or waits for a preferred agent, is before nobody
 * @param medianNanos it waits no longer than this in half of all cases; -1 when nobody can say
 * @param ninetiethNanos it waits no longer than this in nine of ten cases; -1 when nobody can say
 * @param method whose estimate that is; null when nobody can say
 */
public record WaitEstimate(
        int position,
        long medianNanos,
        long ninetiethNanos,
        @Nullable Method method) {
    /** Whether anybody can say how long. */
    public boolean isKnown() {
        return method != null;
    }

    /** The ways to estimate a wait. Codes are part of the state. */
    public enum Method {
        /** The place, times how long agents have a conversation in hand, by the number of agents. */
        POSITION(0),
        /** As long as the last one who got an agent waited. */
        LAST_SERVED(1),
        /** As long as the first in the line has waited. */
        HEAD_OF_LINE(2);

        private static final Method[] BY_CODE = values();

        private final int code;

        Method(int code) {
            this.code = code;
        }

        /** The number that stands for this; equal to the ordinal. */
        public int code() {
            return code;
        }

        /**
         * The method with that code.
         *
         * @throws ArrayIndexOutOfBoundsException for an unknown code
         */
        public static Method ofCode(int code) {
            return BY_CODE[code];
        }
    }
}
