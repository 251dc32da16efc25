package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/** The invariants of timers and of what they end, checked by looking at every armed timer. */
final class TimerInvariants {
    private TimerInvariants() {}

    static void check(RouterState state, long now) {
        timersBelongToSomething(state);
        if (state.wheel.nextDeadline() > now) {
            nothingDueIsArmed(state, now);
            nobodyWaitsForWhoCouldBeAskedAgain(state);
        }
    }

    /** Nothing that has ended has a timer, but for the one that forgets it; nothing has two of a kind. */
    @Invariant({6, 15})
    private static void timersBelongToSomething(RouterState state) {
        Set<String> seen = new HashSet<>();
        state.wheel.forEach(timer -> {
            assertThat(seen.add(timer.kind + "/" + timer.owner + "/" + timer.ownerSub + "/" + isNumbered(timer)))
                    .as("one timer of kind %s for %s", timer.kind, timer.owner)
                    .isTrue();
            OrganizationState organization = state.organization(TimerKind.organization(timer));
            switch (timer.kind) {
                case TimerKind.OFFER_EXPIRY ->
                    assertThat(organization.offer(timer.owner).isPending()).isTrue();
                case TimerKind.FORGETTING ->
                    assertThat(organization.conversation(timer.owner).isClosed())
                            .isTrue();
                case TimerKind.EXCLUSION,
                        TimerKind.PREFERENCE,
                        TimerKind.WRAP_UP,
                        TimerKind.DELAY,
                        TimerKind.RELAXATION,
                        TimerKind.START,
                        TimerKind.TIME_TO_LIVE ->
                    assertThat(organization.conversation(timer.owner).isClosed())
                            .as("timer %s of %s", timer.kind, timer.owner)
                            .isFalse();
                default -> {}
            }
        });
    }

    /** Of a queue, one drain after the other; all else is told apart by its owners. */
    private static long isNumbered(Timer timer) {
        return timer.kind == TimerKind.DRAIN ? timer.seq : 0;
    }

    @Invariant(15)
    private static void nothingDueIsArmed(RouterState state, long now) {
        state.wheel.forEach(timer -> assertThat(timer.dueAt).isGreaterThan(now));
    }

    /** Whoever declined is asked again once the exclusion is soft, if nobody else is asked. */
    @Invariant(11)
    private static void nobodyWaitsForWhoCouldBeAskedAgain(RouterState state) {
        for (OrganizationState organization : state.organizations) {
            for (ConversationState conversation : Invariants.conversations(organization)) {
                Exclusion each = conversation.exclusions.first();
                for (; each != null; each = conversation.exclusions.behind(each)) {
                    assertThat(each.softenedAt)
                            .as("an exclusion softens before it ends, or never")
                            .isLessThan(each.until);
                    AgentState agent = each.agent;
                    boolean stuck = each.soft
                            && agent != null
                            && conversation.isWaiting()
                            && conversation.offers.isEmpty()
                            && !conversation.isPulled()
                            && !BatchMatching.isBatched(conversation)
                            && Invariants.isEligible(organization, conversation, agent);
                    assertThat(stuck)
                            .as("conversation %s waits though its soft exclusion ended", conversation.id)
                            .isFalse();
                }
            }
        }
    }
}
