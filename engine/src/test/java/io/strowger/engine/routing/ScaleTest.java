package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a cycle of message, accept and complete takes beside many waiting conversations, agents and signatures. */
class ScaleTest {
    private static final int ROUNDS = Integer.getInteger("scale.rounds", 2_000);

    /** As many rules in all cases, so that their evaluation does not count as the router's cost. */
    private static final int RULES = 1_000;

    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(1 << 20, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(1 << 20, RecordLayout.MAX_RECORD_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final Decision decision = new Decision();
    private final Analysis analysis = new Analysis();

    @Test
    void shouldRouteBesideManyWaitingConversations() {
        compare("waiting", cycleNanos(10, 10, 8), cycleNanos(50_000, 10, 8));
    }

    @Test
    void shouldRouteBesideManyAgents() {
        compare("agents", cycleNanos(10, 10, 8), cycleNanos(10, 5_000, 8));
    }

    @Test
    void shouldRouteBesideManySignatures() {
        compare("signatures", cycleNanos(2_000, 1_000, 8), cycleNanos(2_000, 1_000, 500));
    }

    /** The ratio itself is measured by the benchmarks; here only a cost that grows with size is caught. */
    private static void compare(String what, long smallNanos, long largeNanos) {
        assertThat(largeNanos).as(what).isLessThan(8 * smallNanos);
    }

    /** The median of a cycle: the agent takes another conversation, or the same one waits again. */
    private long cycleNanos(int waiting, int agents, int signatures) {
        Router router = new Router(new RouterLimits(1 << 20, 4_096, 1_000), configuration -> {
            List<Condition> conditions = new ArrayList<>();
            for (int rule = 0; rule < configuration.rules().size(); rule++) {
                int number = rule;
                conditions.add(input -> input.message().text.at(0) == (byte) number
                        && input.message().text.at(1) == (byte) (number >> 8));
            }
            return new RuleSet(configuration, conditions);
        });
        configure(router, agents);
        for (int agent = 0; agent < agents; agent++) {
            logIn(router, "a" + agent);
        }
        for (int signature = 0; signature < signatures; signature++) {
            complete(router, message(router, 0, signature, signatures));
        }
        for (int index = 0; index < waiting; index++) {
            message(router, 1, index % signatures, signatures);
        }
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            complete(router, message(router, 0, round % signatures, signatures));
            nanos[round / 2] = System.nanoTime() - start;
        }
        java.util.Arrays.sort(nanos);
        assertThat(router.waitingConversations()).isEqualTo(waiting);
        return nanos[ROUNDS / 2];
    }

    /** Agents have all skills but one that the waiting ones ask for. */
    private void configure(Router router, int agents) {
        Shop shop = new Shop().queue("lonely");
        for (int rule = 0; rule < RULES; rule++) {
            shop.rule("" + rule, "general", null, Shop.skill("s" + rule / 50, 1 + rule % 50));
        }
        for (int rule = 0; rule < RULES; rule++) {
            shop.rule("x" + rule, "general", null, Shop.skill("s" + rule / 50, 51 + rule % 50));
        }
        io.strowger.engine.configuration.Requirement[] skills =
                new io.strowger.engine.configuration.Requirement[RULES / 50 + 1];
        for (int skill = 0; skill < skills.length; skill++) {
            skills[skill] = Shop.skill("s" + skill, 50);
        }
        for (int agent = 0; agent < agents; agent++) {
            shop.agent("a" + agent, 3, List.of("general"), skills);
        }
        ByteWriter out = new ByteWriter(1 << 10, 1 << 24);
        ConfigurationCodec.write(shop.build(), out);
        Configure configure = new Configure();
        configure.expectedVersion = 0;
        configure.configuration.set(out.array(), 0, out.position());
        decide(router, RecordLayout.ENGINE, configure);
        assertThat(decision.detail).isEmpty();
    }

    private void logIn(Router router, String agent) {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(agent));
        connection.connected = true;
        decide(router, 0, connection);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of(agent));
        status.status = AgentStatus.AVAILABLE;
        decide(router, 0, status);
    }

    private Decision message(Router router, int part, int signature, int signatures) {
        int rule = part * RULES + signature * (RULES / signatures);
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("chat"));
        message.text.set(new byte[] {(byte) rule, (byte) (rule >> 8)}, 0, 2);
        decide(router, 0, message);
        return decision;
    }

    private void complete(Router router, Decision offered) {
        AnswerOffer accept = new AnswerOffer();
        accept.agent.set(Bytes.of("a" + offered.agent));
        accept.offer = offered.offer;
        accept.accepted = true;
        decide(router, 0, accept);
        CompleteConversation complete = new CompleteConversation();
        complete.conversation = decision.conversation;
        decide(router, 0, complete);
    }

    private void decide(Router router, int organization, Command what) {
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        long now = 1_800_000_000_000_000_000L + router.lastSequence() * 1_000;
        record.begin(recordBytes, router.lastSequence() + 1, now, what.kind(), organization, command);
        router.decide(what.kind(), organization, reader.wrap(command), 1, analysis, record, decision);
        if (record.hasEvents()) {
            record.end();
        }
    }
}
