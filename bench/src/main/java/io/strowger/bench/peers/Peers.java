package io.strowger.bench.peers;

import io.strowger.engine.rules.Suggestion;
import io.strowger.verticles.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;

/** All peers by name. */
final class Peers {
    /** In the order in which they are measured. */
    static final List<Peer> ALL = List.of(
            new DisruptorPeer(),
            new QueuePeer(),
            new HttpPeer(),
            new RedisPeer(),
            new PostgresPeer(),
            new FastTextPeer(),
            new LinguaPeer());

    private Peers() {}

    /**
     * The peers of these names in the usual order, each once; all for none.
     *
     * @throws CommandFailure for a name that no peer has
     */
    static List<Peer> named(List<String> names) {
        List<String> known = ALL.stream().map(Peer::name).toList();
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String name = unknown.get(0);
            throw CommandFailure.wrongCall("there is no peer '" + name + "'; there are " + String.join(", ", known)
                    + Suggestion.clause(name, known));
        }
        return ALL.stream()
                .filter(peer -> names.isEmpty() || names.contains(peer.name()))
                .toList();
    }
}
