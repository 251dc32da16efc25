package io.strowger.engine;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.ingress.MessageIngress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running engine: it takes commands, decides them in order, makes them durable and answers. Safe for use by any thread.
 * {@link #builder()} makes one.
 */
public interface RoutingEngine extends CommittedRecords, AutoCloseable {
    /** A builder with the usual settings. */
    static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /**
     * Routes a message: analyzed, decided, durable, then answered.
     *
     * @return completes with what became of it; exceptionally with an {@link EngineRefusedException} when the engine did
     *     not take it
     */
    CompletableFuture<Routed> route(String organization, Message message);

    /**
     * Publishes any command and returns a copy of its answer, when durable.
     *
     * @return completes exceptionally with an {@link EngineRefusedException} when the engine did not take it
     */
    CompletableFuture<Decision> submit(int organization, Command command);

    /**
     * Replaces an organization's configuration, or adds an organization.
     *
     * @param expectedVersion the version that it replaces, 0 for the first one, -1 for whichever is there
     */
    CompletableFuture<Decision> configure(OrganizationConfiguration configuration, long expectedVersion);

    /**
     * Has other models analyze an organization's messages, from one message to the next: nobody waits, nothing is analyzed
     * twice, and each record says which model it was. New labels are named first, by a journalled command.
     *
     * @param assignment null for the model that the engine was built with
     * @return completes when every message that is published from then on is analyzed by these models, with {@code DONE} or
     *     {@code UNCHANGED} (no new labels); with {@code INVALID}, and the models as before, when there would be too many
     *     labels. Exceptionally as {@link #submit} does, and with an {@link IllegalArgumentException} when there is no such
     *     organization
     */
    CompletableFuture<Decision> assignModels(int organization, @Nullable ModelAssignment assignment);

    /** The door for commands. */
    MessageIngress ingress();

    /** Whether the engine takes messages, and why not. */
    EngineHealth health();

    /** A consistent copy of the engine's counters, for metrics. */
    EngineCounters counters();

    /**
     * A hash over the whole routing state as of a sequence, equal after recovery and on every machine: computed by the
     * deciding thread between two commands.
     */
    CompletableFuture<StateHash> stateHash();

    /** The state hash as the journal gave it back at the start, before the first new command. */
    StateHash recoveredState();

    /** Takes no further messages; what is in the ring is decided, committed and answered. Waits at most that long. */
    boolean drain(Duration atMost);

    /** Drains, ends the threads and releases the journal. */
    @Override
    void close();

    /**
     * A state hash and the sequence of the last record it includes.
     *
     * @param sequence journal sequence
     * @param hash the hash
     */
    record StateHash(long sequence, long hash) {}
}
