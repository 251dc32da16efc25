package io.strowger.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Old forms of configurations, which journals hold, are read for ever. */
class ConfigurationCodecTest {
    private static final ChannelConfiguration CHANNEL =
            new ChannelConfiguration("chat", ChannelKind.CHAT, 1, 1, LiveWork.PARK);

    private static OrganizationConfiguration bounded() {
        OrganizationConfiguration plain = plain();
        return new OrganizationConfiguration(
                plain.id(),
                List.of(CHANNEL),
                List.of(
                        plain.queues()
                                .get(0)
                                .with(new QueueBound(3, "billing"))
                                .with(new QueueBatch(1, 2, new BatchWeights(3, 4, 5, 6, 7))),
                        plain.queues().get(1)),
                plain.agents(),
                plain.rules(),
                plain.fallbackQueue(),
                plain.limits().with(new Lifecycle(7, 8, 9)));
    }

    private static OrganizationConfiguration served() {
        OrganizationConfiguration bounded = bounded();
        CalendarConfiguration calendar = new CalendarConfiguration(
                "office",
                "Europe/Berlin",
                Collections.nCopies(7, DayHours.of(540, 1_020)),
                Map.of(LocalDate.of(2026, 12, 25), DayHours.CLOSED));
        QueueHours hours = new QueueHours("office", WhenClosed.MOVE, "billing", true, true);
        return bounded.with(
                List.of(
                        bounded.queues().get(0).with(new QueueService(hours, new ServiceTargets(1, 2, 3, 4))),
                        bounded.queues().get(1)),
                List.of(calendar));
    }

    /** Every kind of trigger and of action, and a rule with steps. */
    private static OrganizationConfiguration workflows() {
        List<ExceptionAction> actions = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            actions.add(new ExceptionAction(
                    kind, 7, "billing", false, List.of("cards"), List.of(new Requirement("refunds", 3)), "text"));
        }
        List<ExceptionRule> exceptions = new ArrayList<>();
        for (TriggerKind kind : TriggerKind.values()) {
            String queue = kind == TriggerKind.WAIT ? null : "general";
            exceptions.add(new ExceptionRule(kind.name(), queue, new ExceptionTrigger(kind, -5), actions));
        }
        RuleSteps steps = new RuleSteps(
                List.of(
                        new StepConfiguration("billing", 30, 0, List.of(), 5, false),
                        new StepConfiguration(null, null, -10, List.of("refunds"), 6, true)),
                "general");
        return bounded()
                .withRules(List.of(
                        new RuleConfiguration("rule", "true", null, null, List.of(), List.of(), false).with(steps)))
                .with(new Workflows(exceptions, 3));
    }

    private static OrganizationConfiguration plain() {
        return new OrganizationBuilder("shop")
                .channel(new ChannelConfiguration("chat", ChannelKind.CHAT, 1, 1))
                .queue("general")
                .queue("billing")
                .agent("ada", "general")
                .build();
    }

    private static Bytes write(OrganizationConfiguration configuration) {
        ByteWriter out = new ByteWriter(1 << 10, 1 << 20);
        ConfigurationCodec.write(configuration, out);
        return new Bytes().set(out.array(), 0, out.position());
    }

    @Test
    void shouldReadWhatItWrites() {
        assertThat(ConfigurationCodec.read(new ByteReader().wrap(write(bounded()))))
                .isEqualTo(bounded());
        assertThat(ConfigurationCodec.read(new ByteReader().wrap(write(served()))))
                .isEqualTo(served());
    }

    @Test
    void shouldKnowNoHoursWhenTheFormIsOlderThanThose() {
        Bytes written = write(served());
        written.array()[written.offset()] = 9;

        assertThat(ConfigurationCodec.read(new ByteReader().wrap(written))).isEqualTo(bounded());
    }

    @Test
    void shouldReadStepsAndExceptionsThatItWrites() {
        assertThat(ConfigurationCodec.read(new ByteReader().wrap(write(workflows()))))
                .isEqualTo(workflows());
    }

    @Test
    void shouldTakeTheUsualForWhatAnOlderFormDoesNotSay() {
        Bytes written = write(bounded());
        written.array()[written.offset()] = 7;

        assertThat(ConfigurationCodec.read(new ByteReader().wrap(written))).isEqualTo(plain());
    }

    @Test
    void shouldRefuseAFormThatIsNewerThanItself() {
        Bytes written = write(plain());
        written.array()[written.offset()] = 99;

        assertThatThrownBy(() -> ConfigurationCodec.read(new ByteReader().wrap(written)))
                .hasMessageContaining("format 99");
    }
}
