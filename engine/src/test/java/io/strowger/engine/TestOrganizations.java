package io.strowger.engine;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import java.time.Duration;
import java.util.List;

/** Small organizations for tests. */
public final class TestOrganizations {
    private TestOrganizations() {}

    /** One channel, two queues, two agents, one rule. */
    public static OrganizationConfiguration shop() {
        return new OrganizationConfiguration(
                "shop",
                List.of(new ChannelConfiguration("web-chat", ChannelKind.CHAT, 1, 3)),
                List.of(queue("billing"), queue("general")),
                List.of(agent("ada", "billing", "general"), agent("bob", "general")),
                List.of(new RuleConfiguration(
                        "money", "text.contains('charged')", "billing", 80, List.of(), List.of("money"), false)),
                "general",
                RoutingLimits.DEFAULT);
    }

    private static QueueConfiguration queue(String id) {
        return new QueueConfiguration(
                id,
                id,
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                Duration.ofSeconds(30).toNanos(),
                0,
                false);
    }

    private static AgentConfiguration agent(String id, String... queues) {
        return new AgentConfiguration(id, id, List.of(new Requirement("language:en", 80)), List.of(queues), 3);
    }
}
