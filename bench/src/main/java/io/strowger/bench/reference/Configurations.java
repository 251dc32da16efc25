package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.event.Recovered;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides configurations and the restart. */
final class Configurations {
    private final Session session;
    private final Changes changes;
    private final Calendars calendars;
    private final Escalations escalations;
    private final Promises promises;
    private final Function<OrganizationConfiguration, List<Condition>> conditions;

    Configurations(
            Session session,
            Changes changes,
            Calendars calendars,
            Escalations escalations,
            Promises promises,
            Function<OrganizationConfiguration, List<Condition>> conditions) {
        this.session = session;
        this.changes = changes;
        this.calendars = calendars;
        this.escalations = escalations;
        this.promises = promises;
        this.conditions = conditions;
    }

    Outcome configure(int number, Configure command, Answer answer) {
        OrganizationConfiguration configuration;
        try {
            configuration = ConfigurationCodec.read(new ByteReader().wrap(command.configuration));
        } catch (IllegalStateException | IllegalArgumentException cause) {
            return Outcome.INVALID;
        }
        Organization organization = find(configuration.id());
        answer.decision.organization = organization == null ? session.organizations.size() : organization.number;
        answer.decision.version = organization == null ? 0 : organization.names.version();
        if (number >= 0 && number != answer.decision.organization) {
            return Outcome.INVALID;
        }
        if (command.expectedVersion >= 0 && command.expectedVersion != answer.decision.version) {
            return Outcome.STALE_VERSION;
        }
        if (organization != null && organization.names.configuration().equals(configuration)) {
            return Outcome.UNCHANGED;
        }
        List<Condition> compiled;
        try {
            ConfigurationCheck.check(configuration);
            checkKinds(organization, configuration);
            compiled = conditions.apply(configuration);
        } catch (IllegalArgumentException cause) {
            return Outcome.INVALID;
        }
        int calendarsBefore = organization == null
                ? 0
                : organization.names.configuration().calendars().size();
        List<ExceptionRule> exceptionsBefore = organization == null
                ? List.of()
                : organization.names.configuration().workflows().exceptions();
        if (organization == null) {
            organization = new Organization(Names.first(answer.decision.organization, configuration));
            session.organizations.add(organization);
        } else {
            organization.names = organization.names.next(answer.decision.version + 1, configuration);
        }
        organization.conditions = compiled;
        answer.decision.version = organization.names.version();
        replace(organization, exceptionsBefore);
        calendars.forget(organization, calendarsBefore);
        promises.configured(organization);
        ConfigurationChanged event = new ConfigurationChanged();
        event.organization = organization.number;
        event.version = organization.names.version();
        event.configuration.set(command.configuration);
        session.emit(organization, event);
        calendars.begin(organization);
        return Outcome.DONE;
    }

    void restart(Restart command) {
        List<String> labels = Arrays.stream(command.labels.toText().split("\n"))
                .filter(label -> !label.isEmpty() && session.labels.number(label) < 0)
                .distinct()
                .toList();
        if (!labels.isEmpty()) {
            LabelsNamed event = new LabelsNamed();
            event.firstNumber = session.labels.size();
            event.labels.set(Bytes.of(String.join("\n", labels)));
            session.labels = session.labels.with(labels);
            session.emit(event);
        }
        for (Organization organization : session.organizations) {
            for (Agent agent : organization.agents.values()) {
                if (agent.connected) {
                    agent.connected = false;
                    long graceUntil = session.now + organization.limits().connectionGraceNanos();
                    session.timers.arm(Kind.CONNECTION_GRACE, organization.number, 0, agent.number, graceUntil);
                }
            }
        }
        Recovered event = new Recovered();
        event.recoveredAt = session.now;
        session.emit(event);
    }

    /** A channel keeps its kind, by which agents' load is counted, even if it was removed meanwhile. */
    private static void checkKinds(@Nullable Organization organization, OrganizationConfiguration configuration) {
        for (ChannelConfiguration channel : configuration.channels()) {
            ChannelConfiguration known = organization == null
                    ? null
                    : organization.channels.get(organization.names.channels().number(channel.id()));
            if (known != null && known.kind() != channel.kind()) {
                throw new IllegalArgumentException("channel " + channel.id() + " has another kind");
            }
        }
    }

    private @Nullable Organization find(String id) {
        return session.organizations.stream()
                .filter(organization -> organization.names.configuration().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void replace(Organization organization, List<ExceptionRule> exceptionsBefore) {
        Names names = organization.names;
        organization.removedChannels.addAll(organization.channels.keySet());
        for (ChannelConfiguration channel : names.configuration().channels()) {
            int number = names.channels().number(channel.id());
            organization.channels.put(number, channel);
            organization.removedChannels.remove(number);
        }
        for (Conversation conversation : organization.line) {
            boolean wasDue = organization.queue(conversation.queue).order() == OrderPolicy.EDF;
            conversation.businessDue = wasDue ? organization.dueAt(conversation.queue, conversation) : 0;
        }
        organization.removedQueues.addAll(organization.queues.keySet());
        for (QueueConfiguration queue : names.configuration().queues()) {
            int number = names.queues().number(queue.id());
            organization.queues.put(number, queue);
            organization.removedQueues.remove(number);
        }
        for (int queue : organization.queues.keySet()) {
            if (organization.removedQueues.contains(queue)
                    || !organization.queue(queue).batch().isOn()) {
                Batches.end(session, organization, queue);
            }
        }
        organization.agents.values().forEach(agent -> agent.removed = true);
        for (AgentConfiguration configuration : names.configuration().agents()) {
            int number = names.agents().number(configuration.id());
            Agent agent = organization.agents.computeIfAbsent(number, absent -> new Agent(absent, configuration));
            agent.configuration = configuration;
            agent.removed = false;
        }
        changes.armWindow(organization);
        organization.signatures.clear();
        for (Conversation conversation : organization.conversations.values()) {
            Signature signature = organization.signature(conversation);
            boolean hasSignature = !conversation.isClosed() || conversation.state == RouteState.ABANDONED;
            if (hasSignature && !organization.signatures.contains(signature)) {
                organization.signatures.add(signature);
            }
        }
        organization.lookAtAgents();
        for (int queue : organization.queues.keySet()) {
            organization.line.stream()
                    .filter(conversation -> conversation.queue == queue)
                    .forEach(conversation -> changes.startDelays(organization, conversation));
        }
        armReviews(organization);
        if (!exceptionsBefore.equals(names.configuration().workflows().exceptions())) {
            escalations.configured(organization);
        }
        organization.queues.keySet().forEach(queue -> changes.armDrain(organization, queue));
    }

    /** Who may be concerned is looked over at once, agent by agent. */
    private void armReviews(Organization organization) {
        boolean somebodyWaits = !organization.waiting().isEmpty();
        for (Agent agent : organization.agents.values()) {
            session.timers.cancel(Kind.REVIEW, organization.number, 0, agent.number);
            if (!agent.offered().isEmpty()
                    || agent.removed && agent.status != AgentStatus.OFFLINE
                    || AgentCommands.leavesWork(organization, agent)
                    || somebodyWaits && agent.receivesOffers()) {
                session.timers.arm(Kind.REVIEW, organization.number, 0, agent.number, session.now);
            }
        }
    }
}
