package io.strowger.bench.net;

/** How messages reach a server. */
enum Protocol {
    HTTP("http", 32, 1),
    TCP("tcp", 4, 16);

    private final String word;
    private final int usualConnections;
    private final int usualDepth;

    Protocol(String word, int usualConnections, int usualDepth) {
        this.word = word;
        this.usualConnections = usualConnections;
        this.usualDepth = usualDepth;
    }

    String word() {
        return word;
    }

    int usualConnections() {
        return usualConnections;
    }

    int usualDepth() {
        return usualDepth;
    }

    Framing framing() {
        return this == HTTP ? Framing.HTTP : Framing.LINES;
    }
}
