package io.strowger.engine.routing;

import static io.strowger.engine.routing.Shop.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Lifecycle;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.AgentStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** What customers, agents, supervisors and the clock do to a router, at random: the same for the same seed. */
final class RandomLife {
    /** So small that what has a bound reaches it. */
    static final RouterLimits LIMITS = new RouterLimits(1 << 20, 256, 40);

    private static final String[] LANGUAGES = {"de", "en", "fr"};
    private static final String[] WORDS = {"refund", "urgent", "de", "fr", "vip", "hello"};

    RouterHarness router;

    /** What the words of the rules look like as conditions. */
    UnaryOperator<String> condition = UnaryOperator.identity();

    private final Random random;

    RandomLife(long seed, RouterHarness router) {
        random = new Random(seed);
        this.router = router;
    }

    /** Two organizations, and agents who come to work. */
    void begin() {
        router.restart("de", "en", "fr");
        configure(0);
        configure(1);
        for (int agent = 0; agent < 9; agent++) {
            router.organization = agent % 2;
            router.logIn("a" + agent);
        }
    }

    /** The next thing that happens, in one of the organizations. */
    Decision step() {
        router.organization = random.nextInt(2);
        return next();
    }

    private Decision next() {
        router.now += (long) (random.nextDouble() * random.nextDouble() * TimeUnit.SECONDS.toNanos(3));
        int choice = random.nextInt(100);
        if (choice < 30) {
            return message();
        } else if (choice < 52) {
            return answer();
        } else if (choice < 62) {
            return router.complete("", assignedConversation());
        } else if (choice < 68) {
            String agent = anyAgent();
            router.connection(agent, true);
            return random.nextInt(4) > 0
                    ? router.status(agent, AgentStatus.AVAILABLE)
                    : router.status(agent, AgentStatus.values()[random.nextInt(4)]);
        } else if (choice < 74) {
            return router.connection(anyAgent(), random.nextInt(4) > 0);
        } else if (choice < 78) {
            return router.transfer(
                    "",
                    anyConversation(),
                    random.nextBoolean() ? "" : anyQueue(),
                    random.nextBoolean() ? "" : anyAgent());
        } else if (choice < 81) {
            return router.park(anyConversation(), random.nextBoolean());
        } else if (choice < 82) {
            return router.cancel(anyConversation());
        } else if (choice < 83) {
            return switch (random.nextInt(12)) {
                case 8 -> router.pick(anyAgent(), anyConversation());
                case 9 -> router.pickNext(anyAgent(), random.nextBoolean() ? "" : anyQueue());
                case 10 -> router.update(anyConversation(), random.nextInt(1_001), "vip", "manager", anyAgent());
                case 4 ->
                    router.schedule(
                            anyConversation(), router.now + random.nextInt(9) * 1_000_000_000L, random.nextBoolean());
                case 5, 6 -> router.customer(anyConversation(), random.nextBoolean());
                case 7 -> router.statusWhenFree(anyAgent(), AgentStatus.AWAY);
                case 0 -> router.assign(anyConversation(), anyAgent());
                case 1 -> router.unassign("", assignedConversation());
                default -> router.awaitCustomer("", assignedConversation());
            };
        } else if (choice < 84) {
            return configure(router.organization);
        } else if (choice < 85 && random.nextInt(16) == 0) {
            return router.restart("de", "label-" + random.nextInt(9));
        } else if (choice < 86) {
            router.pass(Duration.ofSeconds(random.nextInt(40)));
        } else if (choice < 89) {
            return router.reply("", assignedConversation());
        }
        return router.tick();
    }

    private Decision message() {
        String id = random.nextInt(3) == 0 ? "m" + random.nextInt(60) : "";
        String key = random.nextInt(4) > 0 ? "c" + random.nextInt(25) : "";
        String contact = random.nextInt(12) > 0 ? "u" + random.nextInt(12) : "";
        String text = WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)];
        String[] channels = {"chat", "mail", "phone", "fax"};
        String channel = channels[random.nextInt(20) == 0 ? 3 : random.nextInt(3)];
        return random.nextInt(4) == 0
                ? router.message(key, text, "manager", anyAgent())
                : router.message(channel, id, key, contact, text);
    }

    private Decision answer() {
        List<OfferState> offers = new ArrayList<>();
        boolean pendingOnly = random.nextInt(8) > 0;
        router.state().offers.forEach(offer -> {
            if (offer.isPending() || !pendingOnly) {
                offers.add(offer);
            }
        });
        if (offers.isEmpty()) {
            return router.tick();
        }
        offers.sort(java.util.Comparator.comparingLong(offer -> -offer.id));
        OfferState offer = offers.get(random.nextInt(Math.min(offers.size(), 6)));
        String agent = random.nextInt(10) == 0
                ? anyAgent()
                : router.state().names.agents().name(offer.agent);
        return random.nextInt(4) == 0 ? router.decline(agent, offer.id) : router.accept(agent, offer.id);
    }

    private long anyConversation() {
        List<ConversationState> all = Invariants.conversations(router.state());
        return all.isEmpty() || random.nextInt(50) == 0 ? 999_999_999 : all.get(random.nextInt(all.size())).id;
    }

    private long assignedConversation() {
        List<Long> assigned = new ArrayList<>();
        for (ConversationState conversation : Invariants.conversations(router.state())) {
            if (conversation.assignment != 0) {
                assigned.add(conversation.id);
            }
        }
        return assigned.isEmpty() || random.nextInt(20) == 0
                ? anyConversation()
                : assigned.get(random.nextInt(assigned.size()));
    }

    private String anyAgent() {
        return "a" + random.nextInt(9);
    }

    private String anyQueue() {
        return random.nextInt(4) == 0 ? "general" : "q" + random.nextInt(4);
    }

    /** Promises that are kept and broken, of some counted only while it is open. */
    private QueueService service() {
        QueueHours hours = random.nextInt(3) > 0
                ? QueueHours.ALWAYS
                : new QueueHours("now-and-then", WhenClosed.WAIT, null, false, false);
        return new QueueService(
                hours,
                random.nextInt(4) == 0
                        ? ServiceTargets.NONE
                        : new ServiceTargets(seconds(20), seconds(60), seconds(30), seconds(300)));
    }

    /** Up to so many seconds, or none. */
    private long seconds(int most) {
        return random.nextInt(3) == 0 ? 0 : TimeUnit.SECONDS.toNanos(1 + random.nextInt(most));
    }

    private DayHours everyFewMinutes() {
        List<Integer> minutes = new ArrayList<>();
        for (int minute = random.nextInt(3);
                minute < DayHours.DAY_MINUTES && minutes.size() < 1_000;
                minute += 1 + random.nextInt(3)) {
            minutes.add(minute);
        }
        return new DayHours(minutes.subList(0, minutes.size() / 2 * 2));
    }

    private Decision configure(int organization) {
        Shop shop = new Shop();
        shop.limits = new RoutingLimits(
                        TimeUnit.SECONDS.toNanos(random.nextInt(3) * 20),
                        1 + random.nextInt(2),
                        TimeUnit.SECONDS.toNanos(10),
                        TimeUnit.SECONDS.toNanos(30),
                        TimeUnit.SECONDS.toNanos(60),
                        TimeUnit.MINUTES.toNanos(5),
                        TimeUnit.SECONDS.toNanos(random.nextInt(2) * 30),
                        random.nextInt(3),
                        TimeUnit.MINUTES.toNanos(20),
                        0)
                .with(new Lifecycle(
                        TimeUnit.SECONDS.toNanos(random.nextInt(3) * 60),
                        TimeUnit.SECONDS.toNanos(random.nextInt(20)),
                        random.nextInt(4)));
        shop.channel("mail", ChannelKind.EMAIL, 1 + random.nextInt(2), 3).channel("phone", ChannelKind.VOICE, 4, 1);
        List<String> queues = new ArrayList<>(List.of("general"));
        for (int queue = 0; queue < 4; queue++) {
            if (random.nextInt(5) > 0) {
                queues.add("q" + queue);
                shop.queue(
                        "q" + queue,
                        random.nextBoolean() ? OrderPolicy.AGED : OrderPolicy.PRIORITY_FIFO,
                        TimeUnit.SECONDS.toNanos(1),
                        Strategy.values()[random.nextInt(Strategy.values().length)],
                        random.nextInt(2) * TimeUnit.SECONDS.toNanos(10),
                        queue == 3);
            }
        }
        shop.target("general", Duration.ofSeconds(5));
        shop.calendar(new CalendarConfiguration(
                "now-and-then", "Europe/Berlin", Collections.nCopies(7, everyFewMinutes()), Map.of()));
        shop.queues.replaceAll(queue -> queue.with(service()));
        shop.bound("general", 1 + random.nextInt(20), null);
        for (int agent = 0; agent < 8; agent++) {
            if (random.nextInt(6) > 0) {
                List<String> served = new ArrayList<>(queues);
                java.util.Collections.shuffle(served, random);
                shop.agent(
                        "a" + agent,
                        1 + random.nextInt(6),
                        served.subList(0, 1 + random.nextInt(served.size())),
                        skill("language:" + LANGUAGES[random.nextInt(3)], 50 + random.nextInt(50)),
                        skill("tier", random.nextInt(100)));
            }
        }
        shop.continuing("de", null, null, skill("language:de", 60));
        shop.continuing("fr", null, null, skill("language:fr", 40));
        shop.continuing("vip", null, 700, skill("tier", 30));
        shop.rule("refund", queues.get(random.nextInt(queues.size())), null);
        shop.rule("urgent", queues.get(random.nextInt(queues.size())), 1_000);
        shop.rules.replaceAll(rule -> new RuleConfiguration(
                rule.id(),
                condition.apply(rule.condition()),
                rule.queue(),
                rule.priority(),
                rule.requirements(),
                rule.tags(),
                rule.continues()));
        router.organization = organization;
        Decision decision = router.configure(new RandomPolicies(random).over(shop.build("shop-" + organization)));
        assertThat(decision.outcome).as(decision.detail).isEqualTo(Outcome.DONE);
        assertThat(decision.organization).isEqualTo(organization);
        return decision;
    }
}
