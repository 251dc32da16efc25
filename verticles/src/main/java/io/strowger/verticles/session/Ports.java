package io.strowger.verticles.session;

/** Ports of servers that several event loops share. Stateless. */
public final class Ports {
    private static final int ANY_FOR_TCP = -1;
    private static final int ANY_FOR_HTTP = -2;

    private Ports() {}

    /**
     * The port to give to a TCP server. All instances that are given the same negative number share one free port, so that
     * each kind of server needs a number of its own.
     */
    public static int tcp(int port) {
        return port == 0 ? ANY_FOR_TCP : port;
    }

    /** The port to give to an HTTP server. */
    public static int http(int port) {
        return port == 0 ? ANY_FOR_HTTP : port;
    }
}
