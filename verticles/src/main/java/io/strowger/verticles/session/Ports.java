package io.strowger.verticles.session;

/** Ports of servers that several event loops share. */
public final class Ports {
    private static final int ANY_BUT_SHARED = -1;

    private Ports() {}

    /** The port to give to Vert.x so that all instances share it, even when any free one (0) is wanted. */
    public static int shared(int port) {
        return port == 0 ? ANY_BUT_SHARED : port;
    }
}
