package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Analysis;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In steady state, deciding allocates not one byte: messages, offers, answers, expiries, completions, ticks. */
class AllocationTest {
    private static final int CONVERSATIONS = 64;
    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 100;
    private static final int WINDOWS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Router router = new Router(new RouterLimits(1 << 20, 1_024, CONVERSATIONS / 4), configuration -> {
        List<Condition> conditions = new ArrayList<>();
        configuration.rules().forEach(rule -> {
            int length = rule.condition().length();
            conditions.add(input -> input.message().text.length() == length);
        });
        return new RuleSet(configuration, conditions);
    });
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(1 << 20, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(1 << 16, RecordLayout.MAX_RECORD_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final Decision decision = new Decision();
    private final Analysis analysis = new Analysis();
    private final Tick tick = new Tick();
    private final ReceiveMessage message = new ReceiveMessage();
    private final AnswerOffer answer = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final AgentConnection connection = new AgentConnection();
    private final SetAgentStatus status = new SetAgentStatus();
    private final Bytes[] keys = new Bytes[CONVERSATIONS];
    private final Bytes[] agents = {Bytes.of("ada"), Bytes.of("bob"), Bytes.of("cem"), Bytes.of("dan")};
    private final Bytes[] texts = {Bytes.of("a"), Bytes.of("ab"), Bytes.of("abc"), Bytes.of("abcd")};
    private final byte[] externalId = new byte[8];
    private long now = 1_800_000_000_000_000_000L;
    private long messageCount;
    private long collecting;

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingInSteadyState(Strategy strategy) {
        allocateNothing(strategy, QueueBatch.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"LONGEST_IDLE", "FEWEST_ACTIVE", "BEST_SCORE"})
    void shouldAllocateNothingWhenMatchingInBatches(Strategy strategy) {
        allocateNothing(strategy, new QueueBatch(TimeUnit.MILLISECONDS.toNanos(900), 2, BatchWeights.USUAL));
        assertThat(collecting)
                .as("ticks while conversations and agents collect")
                .isGreaterThan(ROUNDS);
    }

    private void allocateNothing(Strategy strategy, QueueBatch batch) {
        configure(strategy, batch);
        message.channel.set(Bytes.of("chat"));
        message.contactId.set(Bytes.of("a contact"));
        for (int index = 0; index < CONVERSATIONS; index++) {
            keys[index] = Bytes.of("conversation-" + index);
        }
        logIn();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            round(round);
        }
        long allocated = Long.MAX_VALUE;
        // The JVM's own doings, a deoptimization for one, now and then cost the thread a few bytes: the best window
        // counts.
        for (int window = 0; window < WINDOWS && allocated > 0; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < ROUNDS; round++) {
                round(round);
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        OrganizationStatistics statistics = router.state().organization(0).statistics;
        assertThat(statistics.offersAccepted).isPositive();
        assertThat(statistics.offersDeclined).isPositive();
        assertThat(statistics.offersExpired).isPositive();
        assertThat(statistics.completed).isPositive();
        assertThat(statistics.reopened).isPositive();
        assertThat(statistics.forgotten).isPositive();
        assertThat(allocated).as("bytes in %s commands", ROUNDS * CONVERSATIONS).isZero();
    }

    /** Two agents are asked at once in the queue of the strategy, and one of them after a delay only. */
    private void configure(Strategy strategy, QueueBatch batch) {
        Shop shop = new Shop();
        shop.queues.clear();
        shop.queues.add(new QueueConfiguration(
                "general",
                "general",
                OrderPolicy.EDF,
                0,
                strategy,
                50,
                List.of(),
                Shop.OFFER_TIMEOUT.toNanos(),
                0,
                false,
                new QueueMatching(ScoreFit.LINEAR, TimeUnit.MINUTES.toNanos(5), 2, true)));
        shop.queue("billing", Shop.skill("money", 10))
                .agent("ada", 6, List.of("general", "billing"), Shop.skill("money", 50))
                .agent("bob", 4, List.of("billing", "general"), Shop.skill("money", 20))
                .agent("cem", 3, List.of("general"))
                .rule("ab", "billing", 700)
                .rule("abc", null, 20, Shop.skill("money", 30));
        shop.agents.add(new AgentConfiguration(
                "dan",
                "dan",
                List.of(Shop.skill("money", 40)),
                List.of("general"),
                3,
                new AgentMatching(CrossQueueOrder.GLOBAL, List.of(new QueueTerms(2, TimeUnit.SECONDS.toNanos(2))))));
        shop.batch("general", batch);
        RoutingLimits usual = RoutingLimits.DEFAULT;
        shop.limits = new RoutingLimits(
                TimeUnit.SECONDS.toNanos(30),
                1_000_000,
                usual.connectionGraceNanos(),
                usual.returnGraceNanos(),
                usual.keepIdleNanos(),
                TimeUnit.MINUTES.toNanos(2),
                TimeUnit.SECONDS.toNanos(5),
                usual.maxRequeues(),
                TimeUnit.MINUTES.toNanos(1),
                0);
        ByteWriter out = new ByteWriter(1 << 10, 1 << 20);
        ConfigurationCodec.write(shop.build(), out);
        Configure configure = new Configure();
        configure.expectedVersion = 0;
        configure.configuration.set(out.array(), 0, out.position());
        decide(RecordLayout.ENGINE, configure);
    }

    private void logIn() {
        for (Bytes agent : agents) {
            connection.agent.set(agent);
            connection.connected = true;
            decide(0, connection);
            status.agent.set(agent);
            status.status = AgentStatus.AVAILABLE;
            decide(0, status);
        }
    }

    /** Messages to all conversations; most offers are accepted, some declined, some left to expire. */
    private void round(int round) {
        for (int index = 0; index < CONVERSATIONS; index++) {
            message.conversationKey.set(keys[index]);
            message.text.set(texts[(index + round) % texts.length]);
            LittleEndian.putLong(externalId, 0, ++messageCount);
            message.externalId.set(externalId, 0, externalId.length);
            decide(0, message);
            AgentState agent = router.state().organization(0).agents[index % agents.length];
            answerFirst(agent, index);
            completeFirst(agent, index + round);
            now += TimeUnit.MILLISECONDS.toNanos(700);
            decide(RecordLayout.ENGINE, tick);
            collecting += router.state().organization(0).queues[0].batch.closesAt == 0 ? 0 : 1;
        }
    }

    private void answerFirst(AgentState agent, int turn) {
        OfferState offer = agent.offers.first();
        if (offer != null && turn % 11 != 0 && turn / 16 % 4 != 0) {
            answer.agent.set(agents[agent.index]);
            answer.offer = offer.id;
            answer.accepted = turn % 7 != 0;
            decide(0, answer);
        }
    }

    private void completeFirst(AgentState agent, int turn) {
        ConversationState assigned = agent.assignments.first();
        if (assigned != null && turn % 3 != 0) {
            complete.conversation = assigned.id;
            decide(0, complete);
        }
    }

    private void decide(int organization, Command what) {
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        record.begin(recordBytes, router.lastSequence() + 1, now, what.kind(), organization, command);
        router.decide(what.kind(), organization, reader.wrap(command), 1, analysis, record, decision);
        if (record.hasEvents()) {
            record.end();
        }
    }
}
