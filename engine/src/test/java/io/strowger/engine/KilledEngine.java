package io.strowger.engine;

import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Routes messages without end and says its state hash now and then, until it is killed. */
final class KilledEngine {
    private static final int IN_FLIGHT = 50;

    private KilledEngine() {}

    /** Takes the directory of the journal and a name for the run. */
    public static void main(String[] arguments) {
        try (RoutingEngine engine = RoutingEngine.builder()
                .directory(Path.of(arguments[0]))
                .analyzer(InlineModels.builtin())
                .organization(TestOrganizations.shop())
                .start()) {
            Queue<CompletableFuture<Routed>> inFlight = new ArrayDeque<>();
            for (int number = 0; ; number++) {
                inFlight.add(engine.route(
                        "shop",
                        Message.of("web-chat", "I was charged twice " + number)
                                .withExternalId(arguments[1] + number)
                                .from("contact-" + number % 100)));
                if (inFlight.size() > IN_FLIGHT) {
                    inFlight.remove().join();
                }
                if (number % 500 == 499) {
                    RoutingEngine.StateHash state = engine.stateHash().join();
                    System.out.println("state " + state.sequence() + " " + state.hash());
                }
            }
        }
    }
}
