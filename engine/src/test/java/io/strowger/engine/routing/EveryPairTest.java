package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** T39: every pair of a state and a command: what the tables list is done, all else is refused and leaves no event. */
class EveryPairTest {
    private static final String KEY = "c1";

    /** Where a conversation stands before the command. */
    enum Standing {
        QUEUED(RouteState.QUEUED),
        OFFERED(RouteState.OFFERED),
        TO_BE_PICKED(RouteState.QUEUED),
        ASSIGNED(RouteState.ASSIGNED),
        BEING_TRANSFERRED(RouteState.ASSIGNED),
        DORMANT(RouteState.DORMANT),
        WRAP_UP(RouteState.WRAP_UP),
        PARKED(RouteState.PARKED),
        COMPLETED(RouteState.COMPLETED),
        CANCELLED(RouteState.CANCELLED),
        SCHEDULED(RouteState.SCHEDULED),
        ABANDONED(RouteState.ABANDONED),
        EXPIRED(RouteState.EXPIRED),
        REJECTED(RouteState.REJECTED);

        private final RouteState state;

        Standing(RouteState state) {
            this.state = state;
        }
    }

    /** What it is told. */
    enum Told {
        COMPLETE,
        CANCEL,
        PARK,
        RESUME,
        TRANSFER_TO_QUEUE,
        TRANSFER_TO_AGENT,
        AWAIT_CUSTOMER,
        REPLY,
        UNASSIGN,
        ASSIGN,
        SCHEDULE,
        LEAVE,
        RETURN,
        PICK,
        UPDATE
    }

    private static final Map<Told, Set<Standing>> DONE = new EnumMap<>(Map.of(
            Told.COMPLETE,
                    EnumSet.of(Standing.ASSIGNED, Standing.BEING_TRANSFERRED, Standing.DORMANT, Standing.WRAP_UP),
            Told.CANCEL,
                    EnumSet.of(
                            Standing.QUEUED,
                            Standing.TO_BE_PICKED,
                            Standing.OFFERED,
                            Standing.PARKED,
                            Standing.SCHEDULED),
            Told.PARK, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED),
            Told.RESUME, EnumSet.of(Standing.PARKED),
            Told.TRANSFER_TO_QUEUE, EnumSet.of(Standing.ASSIGNED, Standing.BEING_TRANSFERRED, Standing.DORMANT),
            Told.TRANSFER_TO_AGENT, EnumSet.of(Standing.ASSIGNED),
            Told.AWAIT_CUSTOMER, EnumSet.of(Standing.ASSIGNED, Standing.BEING_TRANSFERRED),
            Told.UNASSIGN, EnumSet.of(Standing.ASSIGNED, Standing.BEING_TRANSFERRED, Standing.DORMANT),
            Told.ASSIGN,
                    EnumSet.of(
                            Standing.QUEUED,
                            Standing.TO_BE_PICKED,
                            Standing.OFFERED,
                            Standing.ASSIGNED,
                            Standing.BEING_TRANSFERRED,
                            Standing.DORMANT,
                            Standing.PARKED)));

    /** Already so: no event either. */
    private static final Map<Told, Set<Standing>> UNCHANGED = new EnumMap<>(Map.of(
            Told.PARK, EnumSet.of(Standing.PARKED),
            Told.RESUME, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED, Standing.OFFERED),
            Told.TRANSFER_TO_AGENT, EnumSet.of(Standing.BEING_TRANSFERRED),
            Told.AWAIT_CUSTOMER, EnumSet.of(Standing.DORMANT)));

    static {
        DONE.put(
                Told.SCHEDULE, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED, Standing.PARKED, Standing.SCHEDULED));
        DONE.put(Told.LEAVE, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED, Standing.OFFERED));
        DONE.put(Told.UPDATE, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED, Standing.OFFERED));
        DONE.put(Told.PICK, EnumSet.of(Standing.TO_BE_PICKED));
        DONE.put(
                Told.REPLY,
                EnumSet.of(Standing.ASSIGNED, Standing.BEING_TRANSFERRED, Standing.DORMANT, Standing.WRAP_UP));
        DONE.put(Told.RETURN, EnumSet.of(Standing.ABANDONED));
        UNCHANGED.put(Told.LEAVE, EnumSet.of(Standing.ABANDONED));
        UNCHANGED.put(Told.RETURN, EnumSet.of(Standing.QUEUED, Standing.TO_BE_PICKED, Standing.OFFERED));
    }

    private final RouterHarness router = new RouterHarness();

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            for (Told told : Told.values()) {
                pairs.add(Arguments.of(standing, told));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} is told to {1}")
    @MethodSource("pairs")
    void t39ShouldRefuseWhatIsNotListedWithoutAnEvent(Standing standing, Told told) {
        long conversation = bringTo(standing);
        long sequence = router.router.lastSequence();
        long hash = router.router.stateHash();

        Decision decision = tell(told, conversation, 0);

        if (isListed(DONE, told, standing)) {
            assertThat(decision.outcome).as(decision.detail).isEqualTo(Outcome.DONE);
            assertThat(router.router.lastSequence()).isEqualTo(sequence + 1);
            return;
        }
        boolean already = isListed(UNCHANGED, told, standing);
        assertThat(decision.outcome).isEqualTo(already ? Outcome.UNCHANGED : Outcome.CONFLICT);
        assertThat(decision.state).as("a refusal says where it stands").isEqualTo(standing.state);
        assertThat(router.router.lastSequence()).isEqualTo(sequence);
        assertThat(router.router.stateHash()).isEqualTo(hash);
    }

    @ParameterizedTest(name = "{0} is told to {1}")
    @MethodSource("pairs")
    void t38ShouldRefuseWhatWasMadeForAnotherVersionWithoutAnEvent(Standing standing, Told told) {
        long conversation = bringTo(standing);
        long version = router.conversation(conversation).changedBy;
        long hash = router.router.stateHash();

        Decision decision = tell(told, conversation, version - 1);

        assertThat(decision.outcome).isEqualTo(Outcome.STALE_VERSION);
        assertThat(decision.conversationVersion).as("the version of now").isEqualTo(version);
        assertThat(router.router.stateHash()).isEqualTo(hash);
        Outcome current = tell(told, conversation, version).outcome;
        assertThat(current).isNotEqualTo(Outcome.STALE_VERSION);
        assertThat(router.conversation(conversation).changedBy)
                .as("it grows with each change")
                .isEqualTo(current == Outcome.DONE ? router.router.lastSequence() : version);
    }

    private static boolean isListed(Map<Told, Set<Standing>> listed, Told told, Standing standing) {
        return listed.getOrDefault(told, Set.of()).contains(standing);
    }

    private long bringTo(Standing standing) {
        Shop shop = new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 10_000_000_000L, false)
                .agent("ada", 2, List.of("general"))
                .agent("bob", 2, List.of("general"))
                .bound("general", 1, null)
                .lifecycle(Duration.ofHours(1).toNanos(), Duration.ofHours(1).toNanos(), 20);
        router.configure((standing == Standing.TO_BE_PICKED ? shop.pull("general") : shop).build());
        long id = router.message(KEY, "hello").conversation;
        switch (standing) {
            case QUEUED, TO_BE_PICKED -> {}
            case PARKED -> router.park(id, true);
            case CANCELLED -> router.cancel(id);
            case SCHEDULED -> router.schedule(id, router.now + 1_000_000_000L, false);
            case ABANDONED -> router.customer(id, false);
            case EXPIRED -> router.tickThrough(Duration.ofHours(1));
            case REJECTED -> {
                // The queue is full of it: the next one is too much.
                id = router.message("c2", "hello").conversation;
            }
            default -> bringToAda(standing, id);
        }
        // There is somebody to transfer it to, who is not asked for it as it waits.
        router.connection("bob", true);
        if (standing != Standing.QUEUED && standing != Standing.PARKED && standing != Standing.REJECTED) {
            router.logIn("bob");
        } else {
            router.status("bob", io.strowger.engine.event.AgentStatus.AWAY);
        }
        if (standing == Standing.BEING_TRANSFERRED) {
            router.transfer("ada", id, "", "bob");
        }
        assertThat(router.conversation(id).state).isEqualTo(standing.state);
        return id;
    }

    private void bringToAda(Standing standing, long id) {
        router.logIn("ada");
        OfferState offer = router.conversation(id).offers.last();
        if (standing == Standing.OFFERED || offer == null) {
            return;
        }
        router.accept("ada", offer.id);
        switch (standing) {
            case DORMANT -> router.awaitCustomer("ada", id);
            case WRAP_UP -> router.complete("ada", id);
            case COMPLETED -> {
                router.complete("ada", id);
                router.complete("ada", id);
            }
            default -> {}
        }
    }

    private Decision tell(Told told, long conversation, long version) {
        router.expectedVersion = version;
        Decision decision = switch (told) {
            case COMPLETE -> router.complete("", conversation);
            case CANCEL -> router.cancel(conversation);
            case PARK -> router.park(conversation, true);
            case RESUME -> router.park(conversation, false);
            case TRANSFER_TO_QUEUE -> router.transfer("", conversation, "general", "");
            case TRANSFER_TO_AGENT -> router.transfer("", conversation, "", "bob");
            case AWAIT_CUSTOMER -> router.awaitCustomer("", conversation);
            case REPLY -> router.reply("", conversation);
            case UNASSIGN -> router.unassign("", conversation);
            case ASSIGN -> router.assign(conversation, "bob");
            case SCHEDULE -> router.schedule(conversation, router.now + 1_000_000_000L, true);
            case LEAVE -> router.customer(conversation, false);
            case RETURN -> router.customer(conversation, true);
            case PICK -> router.pick("bob", conversation);
            case UPDATE -> router.update(conversation, 70, "hello");
        };
        router.expectedVersion = 0;
        return decision;
    }
}
