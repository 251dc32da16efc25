package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents who are all alike get the same work, and nobody's turn comes twice before everybody's once. */
class FairSharesTest {
    private static final int AGENTS = 7;
    private static final long SECOND = 1_000_000_000L;

    private final RouterHarness router = new RouterHarness(RandomLife.LIMITS);
    private final Witness witness = new Witness();

    @Invariant(28)
    @ParameterizedTest
    @EnumSource(names = {"LONGEST_IDLE", "ROUND_ROBIN"})
    void shouldGiveAgentsWhoAreAlikeTheSameShare(Strategy strategy) {
        configure(strategy);
        agents().forEach(router::logIn);
        Random random = new Random(4711);
        int messages = 1_500;
        int[] shares = new int[AGENTS];
        long[] freeAt = new long[AGENTS];
        long[] conversations = new long[AGENTS];
        for (int message = 0; message < messages; message++) {
            long next = router.now + (long) (random.nextDouble() * 3 * SECOND);
            completeThrough(next, freeAt, conversations);
            Decision offered = router.message("c" + message, "hello");
            if (offered.offer == 0) {
                router.cancel(offered.conversation);
                continue;
            }
            String agent = router.state().names.agents().name(offered.agent);
            router.accept(agent, offered.offer);
            int number = Integer.parseInt(agent.substring(1));
            shares[number]++;
            conversations[number] = offered.conversation;
            freeAt[number] = router.now + (long) (-Math.log(1 - random.nextDouble()) * 5 * SECOND);
        }

        double all = java.util.Arrays.stream(shares).sum();
        double each = all / AGENTS;
        // Shares of agents drawn at random would stray by the root of this; four times that is one in 16,000.
        double stray = 4 * Math.sqrt(each * (1 - 1.0 / AGENTS));
        assertThat(all).isGreaterThan(messages / 2.0);
        for (int share : shares) {
            assertThat((double) share).isBetween(each - stray, each + stray);
        }
    }

    private void completeThrough(long until, long[] freeAt, long[] conversations) {
        for (int first = soonest(freeAt); freeAt[first] <= until; first = soonest(freeAt)) {
            if (conversations[first] != 0) {
                router.now = Math.max(router.now, freeAt[first]);
                router.complete("a" + first, conversations[first]);
            }
            conversations[first] = 0;
            freeAt[first] = Long.MAX_VALUE;
        }
        router.now = until;
    }

    private static int soonest(long[] times) {
        int soonest = 0;
        for (int index = 1; index < times.length; index++) {
            soonest = times[index] < times[soonest] ? index : soonest;
        }
        return soonest;
    }

    @Invariant(12)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAskEverybodyOnceBeforeAnybodyTwice(long seed) {
        configure(Strategy.ROUND_ROBIN);
        agents().forEach(router::logIn);
        Random random = new Random(seed);
        int watched = 0;
        for (int step = 0; step < 400; step++) {
            router.now += random.nextInt(2_000) * 1_000_000L;
            String agent = "a" + random.nextInt(AGENTS);
            switch (random.nextInt(5)) {
                case 0 -> router.message("c" + step, "hello");
                case 1 -> router.logIn(agent);
                case 2 -> answer(agent, random.nextInt(4) > 0);
                case 3 -> completeOldest(agent);
                default -> {
                    completeOldest(agent);
                    if (random.nextInt(6) == 0) {
                        router.status(agent, AgentStatus.AWAY);
                    }
                }
            }
            router.tick();
            for (; watched < router.records.size(); watched++) {
                witness.watch(router.records.get(watched));
            }
        }
        assertThat(witness.roundsChecked()).isGreaterThan(20);
    }

    private void answer(String agent, boolean accepted) {
        OfferState offer = router.agent(agent).offers.first();
        if (offer != null) {
            Decision unused = accepted ? router.accept(agent, offer.id) : router.decline(agent, offer.id);
        }
    }

    private void completeOldest(String agent) {
        ConversationState first = router.agent(agent).assignments.first();
        if (first != null) {
            router.complete(agent, first.id);
        }
    }

    private void configure(Strategy strategy) {
        Shop shop = new Shop().queue("general", OrderPolicy.PRIORITY_FIFO, 0, strategy, 0, false);
        agents().forEach(agent -> shop.agent(agent, 2, List.of("general")));
        router.configure(shop.build());
    }

    private static List<String> agents() {
        List<String> agents = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            agents.add("a" + agent);
        }
        return agents;
    }
}
