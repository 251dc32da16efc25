package io.strowger.engine.simulation;

/** What random numbers are for. Each has streams of its own, so that changing one thing changes no other. */
enum Purpose {
    ARRIVAL(0),
    HANDLING(1),
    PATIENCE(2),
    AFTER_WORK(3),
    ANSWER(4),
    ACCEPT_DELAY(5);

    /** How many there are; codes run from 0 to this minus one. */
    static final int COUNT = values().length;

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** The number that seeds are made from; changing it changes every result. */
    int code() {
        return code;
    }
}
