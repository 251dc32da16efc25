package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.LiveWork;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows about beginnings and ends: T5, T7, T10, T11, T22, T23, T25, the limit of T31, and the policies of A3 and A4. */
class LifecycleRowsTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final RouterHarness router = new RouterHarness();

    private static Shop shop() {
        return new Shop()
                .queue("billing")
                .agent("ada", 2, List.of("general", "billing"))
                .agent("bob", 2, List.of("general"))
                .rule("refund", "billing", null);
    }

    @Test
    void t5ShouldWaitForItsInstantWhenThatLiesInTheFuture() {
        router.configure(shop().build());
        long conversation = router.message("c1", "hello").conversation;

        assertThat(router.schedule(conversation, router.now, false).outcome).isEqualTo(Outcome.INVALID);
        assertThat(router.schedule(conversation, router.now + HOUR, false).state)
                .isEqualTo(RouteState.SCHEDULED);

        assertThat(router.events).containsExactly(EventKind.CONVERSATION_SCHEDULED);
        router.logIn("ada");
        assertThat(router.message("c1", "hello?").state).isEqualTo(RouteState.SCHEDULED);
    }

    @Test
    void t7ShouldRejectOrSendElsewhereWhenTheQueueIsFull() {
        router.configure(
                shop().bound("general", 1, null).bound("billing", 1, "general").build());
        router.message("c1", "refund");
        Decision overflow = router.message("c2", "refund");
        assertThat(overflow.state).isEqualTo(RouteState.QUEUED);
        assertThat(overflow.queue).isEqualTo(router.queueNumber("general"));

        Decision rejected = router.message("chat", "m3", "c3", "u3", "refund");

        assertThat(rejected.outcome).isEqualTo(Outcome.DONE);
        assertThat(rejected.state).isEqualTo(RouteState.REJECTED);
        assertThat(router.events)
                .containsExactly(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.CONVERSATION_REJECTED);
        assertThat(router.message("chat", "m3", "c3", "u3", "refund").outcome).isEqualTo(Outcome.DUPLICATE);
        router.logIn("bob");
        router.accept("bob", overflow(overflow.conversation));
        Decision again = router.message("c3", "refund?");
        assertThat(again.conversation).isEqualTo(rejected.conversation);
        assertThat(again.state).isEqualTo(RouteState.OFFERED);
    }

    private long overflow(long conversation) {
        OfferState offer = router.conversation(conversation).offers.above(-1);
        assertThat(offer).isNotNull();
        return offer.id;
    }

    @Test
    void t10ShouldWaitFromItsInstantOn() {
        router.configure(shop().build());
        long conversation = router.message("c1", "hello").conversation;
        long startAt = router.now + HOUR;
        router.schedule(conversation, startAt, false);
        router.logIn("ada");

        router.tickThrough(Duration.ofHours(1));

        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(conversation).queuedAt).isEqualTo(startAt);
    }

    @Test
    void t11ShouldBeSetAsideAtItsInstantWhenItIsStartedByHand() {
        router.configure(shop().build());
        long conversation = router.message("c1", "hello").conversation;
        router.schedule(conversation, router.now + HOUR, true);
        router.logIn("ada");

        router.tickThrough(Duration.ofHours(1));

        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.PARKED);
        assertThat(router.park(conversation, false).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void t22ShouldFreeTheAgentWhenTheCustomerLeaves() {
        router.configure(shop().build());
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        assertThat(router.customer(offered.conversation, false).state).isEqualTo(RouteState.ABANDONED);

        assertThat(router.events).containsExactly(EventKind.OFFER_ENDED, EventKind.CONVERSATION_ABANDONED);
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.accept("ada", offered.offer).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void t23ShouldComeBackToTheOldPlaceInTime() {
        router.configure(shop().build());
        long conversation = router.message("c1", "hello").conversation;
        long key = router.conversation(conversation).orderKey;
        router.customer(conversation, false);
        router.pass(Duration.ofMinutes(4));

        assertThat(router.customer(conversation, true).state).isEqualTo(RouteState.QUEUED);

        assertThat(router.conversation(conversation).orderKey).isEqualTo(key);
        assertThat(router.conversation(conversation).stay).isEqualTo(1);
        router.customer(conversation, false);
        assertThat(router.message("c1", "here again").state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(conversation).orderKey).isEqualTo(key);
        router.customer(conversation, false);
        router.tickThrough(Duration.ofMinutes(5));
        assertThat(router.customer(conversation, true).detail).contains("over");
        router.message("c1", "here again");
        assertThat(router.conversation(conversation).stay).as("begins anew").isEqualTo(2);
    }

    @Test
    void t25ShouldExpireWhateverItsState() {
        router.configure(shop().lifecycle(HOUR, 0, 0).build());
        router.logIn("ada");
        Decision assigned = router.message("c1", "hello");
        router.accept("ada", assigned.offer);
        long dormant = router.message("c2", "hello").conversation;
        router.accept("ada", overflow(dormant));
        router.awaitCustomer("ada", dormant);
        long parked = router.message("c3", "hello").conversation;
        router.status("ada", AgentStatus.AWAY);
        router.park(parked, true);
        long completed = router.message("c4", "hello").conversation;
        router.cancel(completed);

        router.tickThrough(Duration.ofHours(1));

        for (long conversation : new long[] {assigned.conversation, dormant, parked}) {
            assertThat(router.conversation(conversation).state).isEqualTo(RouteState.EXPIRED);
        }
        assertThat(router.conversation(completed).state).isEqualTo(RouteState.CANCELLED);
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.message("c1", "and now?").state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void t31ShouldRefuseToSendOnForEver() {
        router.configure(shop().lifecycle(0, 0, 1).build());
        router.logIn("ada");
        Decision assigned = router.message("c1", "hello");
        router.accept("ada", assigned.offer);
        router.transfer("ada", assigned.conversation, "billing", "");
        router.tickThrough(Duration.ofSeconds(60));
        router.accept("ada", overflow(assigned.conversation));

        assertThat(router.transfer("ada", assigned.conversation, "general", "").detail)
                .contains("1 times");
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void a3ShouldTakeTheNextStatusWhenTheLastConversationEnds() {
        router.configure(shop().build());
        router.logIn("ada");
        Decision first = router.message("c1", "hello");
        router.accept("ada", first.offer);
        Decision second = router.message("c2", "hello");
        router.accept("ada", second.offer);

        router.statusWhenFree("ada", AgentStatus.OFFLINE);

        assertThat(router.events).containsExactly(EventKind.AGENT_STATUS_CHANGED, EventKind.AGENT_STATUS_PLANNED);
        assertThat(router.agent("ada").status).isEqualTo(AgentStatus.DRAINING);
        router.complete("ada", first.conversation);
        router.tick();
        assertThat(router.agent("ada").status).isEqualTo(AgentStatus.DRAINING);
        router.awaitCustomer("ada", second.conversation);
        router.tick();
        assertThat(router.agent("ada").status).isEqualTo(AgentStatus.OFFLINE);
    }

    @Test
    void a4ShouldKeepRequeueOrParkAsTheChannelSays() {
        Shop shop = shop();
        for (LiveWork liveWork : LiveWork.values()) {
            String id = liveWork.name();
            shop.channels.add(new ChannelConfiguration(id, ChannelKind.CHAT, 1, 10, liveWork));
        }
        shop.agent("ada", 9, List.of("general"));
        router.configure(shop.build());
        router.logIn("ada");
        long[] ids = new long[LiveWork.values().length];
        for (LiveWork liveWork : LiveWork.values()) {
            Decision offered = router.message(liveWork.name(), "", liveWork.name(), "", "hello");
            ids[liveWork.code()] = offered.conversation;
            router.accept("ada", offered.offer);
        }

        router.status("ada", AgentStatus.OFFLINE);
        router.tickThrough(Duration.ofNanos(MINUTE));

        assertThat(router.conversation(ids[0]).state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.conversation(ids[1]).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(ids[2]).state).isEqualTo(RouteState.PARKED);
    }

    @Test
    void a4ShouldReturnKeptWorkWhenItsChannelKeepsItNoLonger() {
        router.configure(mailShop(LiveWork.KEEP).build());
        router.logIn("ada");
        router.logIn("bob");
        Decision first = router.message("m", "", "one", "", "hello");
        Decision second = router.message("m", "", "two", "", "hello");
        router.assign(first.conversation, "ada");
        router.assign(second.conversation, "bob");
        router.status("ada", AgentStatus.OFFLINE);
        router.connection("bob", false);
        router.tickThrough(Duration.ofNanos(10 * MINUTE));
        assertThat(router.conversation(first.conversation).state).isEqualTo(RouteState.ASSIGNED);

        router.configure(mailShop(LiveWork.REQUEUE).build());
        router.tickThrough(Duration.ofNanos(2 * MINUTE));

        assertThat(router.conversation(first.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(second.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    private static Shop mailShop(LiveWork liveWork) {
        Shop shop = shop();
        shop.channels.add(new ChannelConfiguration("m", ChannelKind.EMAIL, 1, 10, liveWork));
        return shop;
    }
}
