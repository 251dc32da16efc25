package io.strowger.bench.rig;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.internal.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a load: organizations with rules, queues and agents, and a number of known contacts, each with at most one
 * conversation open. There are a few more contacts than agents can talk to at once, so that some wait, and never more than
 * those. Closed conversations are forgotten soon, so that the state is as large at the end of a run as after its first second.
 */
final class Workload {
    static final String CHANNEL = "web-chat";

    /** After that long without a command, the state changes no more for many minutes. */
    static final Duration LONGEST_TIMER = Duration.ofMillis(250);

    /** Shorter than a warm-up: from then on the table of ids grows no more. */
    private static final Duration IDEMPOTENCY_WINDOW = Duration.ofSeconds(2);

    private static final Duration PREFERENCE = Duration.ofMillis(50);
    private static final int ORGANIZATIONS = 4;
    private static final int CONTACTS_EACH = 250;
    static final int AGENTS_EACH = 12;
    static final int CAPACITY = 20;
    private static final int DRAWS = 1 << 16;

    private static final RoutingLimits LIMITS = new RoutingLimits(
            RoutingLimits.DEFAULT.declineCooldownNanos(),
            RoutingLimits.DEFAULT.missThreshold(),
            RoutingLimits.DEFAULT.connectionGraceNanos(),
            RoutingLimits.DEFAULT.returnGraceNanos(),
            RoutingLimits.DEFAULT.keepIdleNanos(),
            LONGEST_TIMER.toNanos(),
            PREFERENCE.toNanos(),
            RoutingLimits.DEFAULT.maxRequeues(),
            IDEMPOTENCY_WINDOW.toNanos(),
            0);

    private final List<OrganizationConfiguration> organizations = new ArrayList<>();
    private final Bytes[] contacts = new Bytes[ORGANIZATIONS * CONTACTS_EACH];
    private final int[] draws = new int[DRAWS];

    Workload(Shape shape, boolean analysis, long seed) {
        for (int number = 0; number < ORGANIZATIONS; number++) {
            organizations.add(organization("shop-" + number, analysis));
        }
        for (int contact = 0; contact < contacts.length; contact++) {
            contacts[contact] = Bytes.of("contact-" + contact);
        }
        draw(shape, new Random(seed));
    }

    List<OrganizationConfiguration> organizations() {
        return organizations;
    }

    int contactCount() {
        return contacts.length;
    }

    /** The source's id of a contact. */
    Bytes contactId(int contact) {
        return contacts[contact];
    }

    /** The position in {@link #organizations()} of a contact's organization. */
    int organization(int contact) {
        return contact / CONTACTS_EACH;
    }

    /** Who writes the n-th message. */
    int contactOf(long message) {
        return draws[(int) (message & DRAWS - 1)];
    }

    static String agentId(int agent) {
        return "agent-" + agent;
    }

    /** With equal shares, or with shares that fall with the contact's number: 1, 1/2, 1/3 and so on. */
    private void draw(Shape shape, Random random) {
        double[] upTo = new double[contacts.length];
        double sum = 0;
        for (int contact = 0; contact < contacts.length; contact++) {
            sum += shape == Shape.SKEW ? 1.0 / (contact + 1) : 1.0;
            upTo[contact] = sum;
        }
        for (int index = 0; index < DRAWS; index++) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * sum);
            draws[index] = Math.min(contacts.length - 1, found >= 0 ? found : -found - 1);
        }
    }

    private static OrganizationConfiguration organization(String id, boolean analysis) {
        OrganizationBuilder builder = new OrganizationBuilder(id)
                .limits(LIMITS)
                .channel(new ChannelConfiguration(CHANNEL, ChannelKind.CHAT, 1, CAPACITY))
                .queue(queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, List.of()))
                .queue(queue(
                        "orders", OrderPolicy.AGED, Duration.ofSeconds(1).toNanos(), Strategy.LEAST_LOADED, List.of()))
                .queue(queue(
                        "money",
                        OrderPolicy.PRIORITY_FIFO,
                        0,
                        Strategy.LEAST_LOADED,
                        List.of(new Requirement("billing", 30))));
        rules(analysis).forEach(builder::rule);
        for (int agent = 0; agent < AGENTS_EACH; agent++) {
            builder.agent(new AgentConfiguration(
                    agentId(agent),
                    agentId(agent),
                    List.of(new Requirement("billing", 20 + agent * 5)),
                    List.of("money", "orders", "general"),
                    CAPACITY));
        }
        return builder.build();
    }

    private static QueueConfiguration queue(
            String id, OrderPolicy order, long nanosPerPoint, Strategy strategy, List<Requirement> requirements) {
        long offerTimeoutNanos = Duration.ofMinutes(30).toNanos();
        return new QueueConfiguration(
                id, id, order, nanosPerPoint, strategy, 50, requirements, offerTimeoutNanos, 0, false);
    }

    /** Rules over the models' answers, and, as without models nobody answers, over words. */
    private static List<RuleConfiguration> rules(boolean analysis) {
        List<RuleConfiguration> rules = new ArrayList<>();
        if (analysis) {
            rules.add(rule(
                    "angry",
                    "analysis.sentiment.label == 'negative' && analysis.urgency.label == 'high'",
                    null,
                    90,
                    true));
            rules.add(rule("refunds", "analysis.intent.label == 'get_refund'", "money", null, false));
            rules.add(rule("parcels", "analysis.intent.label == 'track_order'", "orders", 60, false));
        }
        rules.add(rule("words-of-money", "text.contains('refund') || text.contains('charged')", "money", 70, false));
        rules.add(rule("words-of-orders", "text.contains('order')", "orders", null, false));
        return rules;
    }

    private static RuleConfiguration rule(
            String id, String condition, @Nullable String queue, @Nullable Integer priority, boolean continues) {
        return new RuleConfiguration(id, condition, queue, priority, List.of(), List.of(), continues);
    }
}
