package io.strowger.bench.guard;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop with eight queues, agents who speak six languages, and rules about language, mood, and what a message is about.
 * Made here and not read from {@code conf/demo}, which may change without a baseline.
 */
final class GuardOrganization {
    static final String CHANNEL = "web-chat";
    static final int AGENTS = 48;

    private static final int CAPACITY = 3;
    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "it", "pt");
    private static final List<String> QUEUES = List.of(
            "general",
            "shipping",
            "orders",
            "returns-refunds",
            "billing",
            "technical",
            "complaints",
            "account-security");

    private GuardOrganization() {}

    static OrganizationConfiguration build() {
        OrganizationBuilder shop =
                new OrganizationBuilder("shop").channel(CHANNEL).limits(limits());
        QUEUES.forEach(shop::queue);
        for (int number = 0; number < AGENTS; number++) {
            shop.agent(agent(number));
        }
        for (String language : LANGUAGES) {
            shop.rule(adding(
                    "speaks-" + language,
                    "analysis.language.label == '" + language + "' && analysis.language.confidence >= 0.6",
                    null,
                    new Requirement("language:" + language, 60)));
        }
        shop.rule(adding("upset", "analysis.sentiment.label == 'negative' && analysis.sentiment.score <= -0.6", 75));
        shop.rule(adding("urgent", "analysis.urgency.label == 'high' && analysis.urgency.confidence >= 0.5", 85));
        shop.rule("security", intentIn("account_security", "recover_password"), "account-security", 95);
        shop.rule("parcels", intentIn("track_order", "delivery_period", "delivery_options"), "shipping", 50);
        shop.rule("orders", intentIn("place_order", "change_order", "cancel_order"), "orders", 50);
        shop.rule("refunds", intentIn("get_refund", "track_refund", "check_refund_policy"), "returns-refunds", 60);
        shop.rule("money", intentIn("payment_issue", "billing_dispute", "get_invoice"), "billing", 60);
        shop.rule("broken", intentIn("technical_problem", "registration_problems"), "technical", 50);
        shop.rule("angry", intentIn("complaint") + " || text.contains('!!')", "complaints", 70);
        return shop.build();
    }

    static String agentId(int number) {
        return "agent-" + number;
    }

    /** Everybody speaks one of the languages and serves half of the queues, so that somebody fits every conversation. */
    private static AgentConfiguration agent(int number) {
        List<String> served = new ArrayList<>();
        for (int queue = 0; queue < QUEUES.size(); queue += 2) {
            served.add(QUEUES.get((queue + number) % QUEUES.size()));
        }
        String language = LANGUAGES.get(number / 2 % LANGUAGES.size());
        return new AgentConfiguration(
                agentId(number),
                agentId(number),
                List.of(new Requirement("language:" + language, 80)),
                served,
                CAPACITY);
    }

    /** No agent is sent home for missed offers, and no conversation is parked: the load stays the same for ever. */
    private static RoutingLimits limits() {
        RoutingLimits usual = RoutingLimits.DEFAULT;
        int never = 1_000_000;
        return new RoutingLimits(
                Duration.ofSeconds(5).toNanos(),
                never,
                usual.connectionGraceNanos(),
                usual.returnGraceNanos(),
                usual.keepIdleNanos(),
                Duration.ofMinutes(2).toNanos(),
                Duration.ofSeconds(5).toNanos(),
                never,
                Duration.ofMinutes(1).toNanos(),
                0);
    }

    private static String intentIn(String... intents) {
        return "analysis.intent.label in ['" + String.join("', '", intents) + "']";
    }

    /** A rule that adds something and has the following ones tried as well. */
    private static RuleConfiguration adding(
            String id, String condition, @Nullable Integer priority, Requirement... requirements) {
        return new RuleConfiguration(id, condition, null, priority, List.of(requirements), List.of(id), true);
    }
}
