package io.strowger.engine;

import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;

/** Small organizations for tests. */
public final class TestOrganizations {
    private TestOrganizations() {}

    /** One channel, two queues, two agents, one rule. */
    public static OrganizationConfiguration shop() {
        return new OrganizationBuilder("shop")
                .channel("web-chat")
                .queue("general")
                .queue("billing")
                .agent("ada", "billing", "general")
                .agent("bob", "general")
                .rule("money", "text.contains('charged')", "billing", 80)
                .build();
    }
}
