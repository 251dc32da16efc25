package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import java.net.InetSocketAddress;

/**
 * Where load goes.
 *
 * @param host a name or an address, without brackets
 */
record Target(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code host:port}; an IPv6 address stands in brackets.
     *
     * @throws CommandFailure when it is neither
     */
    static Target parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            host = "";
        }
        int port = port(text.substring(colon + 1));
        if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
            throw CommandFailure.wrongCall("--target is '" + text
                    + "', it must be a host and a port such as 127.0.0.1:8080" + " or [::1]:8080");
        }
        return new Target(host, port);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The address that the host's name stands for. */
    InetSocketAddress resolve() {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw CommandFailure.failed("the host '" + host + "' cannot be resolved; is its name right?");
        }
        return address;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
