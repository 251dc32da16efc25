package io.strowger.bench.reference;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.Postscript;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Draws commands that fit the state most of the time: real offers and conversations, their agents, and now and then others. */
final class RandomCommands {
    static final List<String> LABELS = List.of("en", "de", "refund", "negative", "anger", "high", "low");

    private static final int MAX_CONFIGURATION_BYTES = 1 << 20;

    private final Random random;
    private final Session state;

    RandomCommands(Random random, ReferenceRouter reference) {
        this.random = random;
        this.state = reference.session();
    }

    /** The number of an organization, at times of one that does not exist. */
    int organization() {
        int count = state.organizations.size();
        return count == 0 || random.nextInt(200) == 0 ? count : random.nextInt(count);
    }

    Command next(int number) {
        if (number >= state.organizations.size()) {
            return message();
        }
        Organization organization = state.organizations.get(number);
        int kind = random.nextInt(100);
        if (kind < 24) {
            return message();
        }
        if (kind < 26) {
            return reclassify(organization);
        }
        if (kind < 48) {
            return answer(organization);
        }
        if (kind < 62) {
            return complete(organization);
        }
        if (kind < 69) {
            return random.nextInt(5) == 0 ? availability() : status();
        }
        if (kind < 76) {
            return connection();
        }
        if (kind < 80) {
            return transfer(organization);
        }
        if (kind < 84) {
            return park(organization);
        }
        if (kind < 86) {
            return cancel(organization);
        }
        if (kind < 90) {
            return handle(organization);
        }
        if (kind < 91) {
            return random.nextInt(3) == 0 ? configure(organization) : message();
        }
        if (kind == 95) {
            return update(organization);
        }
        if (kind > 91 && kind < 95) {
            return pick(organization);
        }
        return kind == 91 && random.nextInt(10) == 0 ? restart() : new Tick();
    }

    Analysis analysis() {
        Analysis analysis = new Analysis();
        for (int code = 0; code < Head.count(); code++) {
            if (random.nextBoolean()) {
                analysis.set(Head.ofCode(code), random.nextInt(LABELS.size()), random.nextInt(10_001));
            }
        }
        analysis.sentimentScore(random.nextInt(20_001) - 10_000);
        return analysis;
    }

    static Restart restart() {
        Restart command = new Restart();
        command.labels.set(Bytes.of(String.join("\n", LABELS)));
        return command;
    }

    Configure configure(String id) {
        return configure(new RandomConfigurations(random).configuration(id), 0);
    }

    private Configure configure(Organization organization) {
        RandomConfigurations configurations = new RandomConfigurations(random);
        OrganizationConfiguration before = organization.names.configuration();
        OrganizationConfiguration next = random.nextInt(4) == 0
                ? configurations.configuration(before.id())
                : configurations.withOneAgentChanged(before);
        long version = organization.names.version();
        return configure(next, random.nextInt(20) == 0 ? version - 1 : random.nextBoolean() ? -1 : version);
    }

    private static Configure configure(OrganizationConfiguration configuration, long expectedVersion) {
        ByteWriter out = new ByteWriter(1 << 10, MAX_CONFIGURATION_BYTES);
        ConfigurationCodec.write(configuration, out);
        Configure command = new Configure();
        command.expectedVersion = expectedVersion;
        command.configuration.set(out.array(), 0, out.position());
        return command;
    }

    private ReceiveMessage message() {
        ReceiveMessage command = new ReceiveMessage();
        command.channel.set(Bytes.of("channel-" + random.nextInt(random.nextInt(50) == 0 ? 9 : 4)));
        command.externalId.set(random.nextInt(3) == 0 ? Bytes.of("m-" + random.nextInt(100)) : new Bytes());
        command.conversationKey.set(random.nextInt(3) != 0 ? Bytes.of("c-" + random.nextInt(20)) : new Bytes());
        command.contactId.set(random.nextBoolean() ? Bytes.of("u-" + random.nextInt(12)) : new Bytes());
        command.contactTier.set(random.nextInt(4) == 0 ? Bytes.of("gold") : new Bytes());
        command.contactLanguage.set(random.nextInt(4) == 0 ? Bytes.of("de") : new Bytes());
        if (random.nextInt(4) == 0) {
            ByteWriter out = new ByteWriter(16, 1 << 10);
            out.writeText("vip").writeText("yes");
            out.writeText("manager").writeText("agent-" + random.nextInt(6));
            command.attributes.set(out.array(), 0, out.position());
        }
        command.text.set(Bytes.of("hello"));
        return command;
    }

    private Command answer(Organization organization) {
        List<Offer> offered = organization.conversations.values().stream()
                .flatMap(conversation -> conversation.offers.stream())
                .toList();
        if (offered.isEmpty() && random.nextInt(4) != 0) {
            return new Tick();
        }
        AnswerOffer command = new AnswerOffer();
        command.accepted = random.nextInt(4) != 0;
        if (offered.isEmpty() || random.nextInt(10) == 0) {
            command.offer = 1 + random.nextInt((int) state.lastOffer + 2);
            command.agent.set(anyAgent());
            Offer ended = organization.offers.get(command.offer);
            if (ended != null && random.nextInt(4) != 0) {
                command.agent.set(name(organization, ended.agent));
            }
            return command;
        }
        Offer offer = any(offered);
        if (!command.accepted && random.nextInt(3) == 0) {
            command.retryAt = state.now + (random.nextInt(60_000) - 5_000) * 1_000_000L;
            command.reason.set(Bytes.of("busy"));
        }
        command.offer = offer.id;
        command.agent.set(random.nextInt(20) == 0 ? anyAgent() : name(organization, offer.agent));
        return command;
    }

    private Reclassify reclassify(Organization organization) {
        Reclassify command = new Reclassify();
        Conversation conversation = conversation(organization, each -> each.unread != 0 && each.isWaiting());
        command.conversation = id(conversation);
        command.messageSequence =
                conversation == null ? 1 : random.nextInt(8) == 0 ? conversation.unread - 1 : conversation.unread;
        command.modelVersion = random.nextInt(3) + 1;
        command.analysis.copyFrom(analysis());
        ByteWriter out = new ByteWriter(1 << 10, MAX_CONFIGURATION_BYTES);
        message().write(out);
        command.message.read(new ByteReader().wrap(new Bytes().set(out.array(), 0, out.position())));
        return command;
    }

    private CompleteConversation complete(Organization organization) {
        CompleteConversation command = new CompleteConversation();
        Conversation conversation = conversation(organization, Conversation::isHandled);
        command.conversation = id(conversation);
        command.agent.set(itsAgent(organization, conversation));
        remark(organization, command.conversation, command.postscript());
        return command;
    }

    private TransferConversation transfer(Organization organization) {
        TransferConversation command = new TransferConversation();
        Conversation conversation = conversation(organization, Conversation::isHandled);
        command.conversation = id(conversation);
        command.agent.set(itsAgent(organization, conversation));
        command.queue.set(random.nextInt(3) == 0 ? new Bytes() : Bytes.of("queue-" + random.nextInt(5)));
        command.toAgent.set(random.nextBoolean() ? anyAgent() : new Bytes());
        remark(organization, command.conversation, command.postscript());
        return command;
    }

    private Command handle(Organization organization) {
        Conversation conversation = conversation(organization, Conversation::isHeld);
        switch (random.nextInt(12)) {
            case 2, 3 -> {
                ScheduleConversation command = new ScheduleConversation();
                command.conversation = id(conversation(
                        organization, each -> each.state == RouteState.QUEUED || each.state == RouteState.PARKED));
                command.startAt = state.now + (random.nextInt(2_000) - 100) * 1_000_000L;
                command.manual = random.nextInt(3) == 0;
                remark(organization, command.conversation, command.postscript());
                return command;
            }
            case 4, 5, 6 -> {
                CustomerPresence command = new CustomerPresence();
                command.present = random.nextBoolean();
                command.conversation = id(conversation(
                        organization, each -> command.present ? each.state == RouteState.ABANDONED : each.isWaiting()));
                remark(organization, command.conversation, command.postscript());
                return command;
            }
            case 7, 8 -> {
                NoteReply command = new NoteReply();
                command.conversation = id(conversation);
                command.agent.set(itsAgent(organization, conversation));
                remark(organization, command.conversation, command.postscript());
                return command;
            }
            case 0 -> {
                UnassignConversation command = new UnassignConversation();
                command.conversation = id(conversation);
                command.agent.set(itsAgent(organization, conversation));
                remark(organization, command.conversation, command.postscript());
                return command;
            }
            case 1 -> {
                AssignConversation command = new AssignConversation();
                command.conversation = id(conversation(organization, each -> !each.isClosed()));
                command.toAgent.set(anyAgent());
                command.by.set(Bytes.of("supervisor"));
                remark(organization, command.conversation, command.postscript());
                return command;
            }
            default -> {
                AwaitCustomer command = new AwaitCustomer();
                command.conversation = id(conversation);
                command.agent.set(itsAgent(organization, conversation));
                remark(organization, command.conversation, command.postscript());
                return command;
            }
        }
    }

    private ParkConversation park(Organization organization) {
        ParkConversation command = new ParkConversation();
        command.parked = random.nextBoolean();
        Conversation conversation = conversation(
                organization, each -> command.parked ? each.isWaiting() : !each.isHandled() && !each.isClosed());
        command.conversation = id(conversation);
        command.agent.set(random.nextInt(4) == 0 ? anyAgent() : new Bytes());
        remark(organization, command.conversation, command.postscript());
        return command;
    }

    private UpdateAttributes update(Organization organization) {
        UpdateAttributes command = new UpdateAttributes();
        command.conversation = id(conversation(organization, Conversation::isWaiting));
        command.priority = random.nextInt(3) == 0 ? UpdateAttributes.BY_RULES : random.nextInt(1_002);
        command.modelVersion = 1;
        command.analysis.copyFrom(analysis());
        ByteWriter out = new ByteWriter(1 << 10, MAX_CONFIGURATION_BYTES);
        if (random.nextBoolean()) {
            out.writeText("vip").writeText("no");
            command.attributes.set(out.array(), 0, out.position());
        }
        ByteWriter written = new ByteWriter(1 << 10, MAX_CONFIGURATION_BYTES);
        message().write(written);
        command.message.read(new ByteReader().wrap(new Bytes().set(written.array(), 0, written.position())));
        remark(organization, command.conversation, command.postscript());
        return command;
    }

    private PickConversation pick(Organization organization) {
        PickConversation command = new PickConversation();
        command.agent.set(anyAgent());
        if (random.nextBoolean()) {
            Conversation conversation = conversation(
                    organization, each -> random.nextInt(20) == 0 ? each.isWaiting() : organization.canBePicked(each));
            command.conversation = id(conversation);
            remark(organization, command.conversation, command.postscript());
        } else if (random.nextInt(4) == 0) {
            command.queue.set(Bytes.of("queue-" + random.nextInt(5)));
        }
        return command;
    }

    private CancelConversation cancel(Organization organization) {
        CancelConversation command = new CancelConversation();
        command.conversation = id(conversation(organization, Conversation::isWaiting));
        remark(organization, command.conversation, command.postscript());
        return command;
    }

    /** At times the version that the command was made for, which may be an old one, and a reason. */
    private void remark(Organization organization, long id, Postscript postscript) {
        Conversation conversation = organization.conversations.get(id);
        if (conversation != null && random.nextInt(4) == 0) {
            postscript.expectedVersion = conversation.changedBy - (random.nextInt(4) == 0 ? 1 : 0);
        }
        if (random.nextInt(6) == 0) {
            postscript.reason.set(Bytes.of(random.nextInt(50) == 0 ? "x".repeat(1_025) : "because"));
        }
    }

    private SetAgentStatus status() {
        SetAgentStatus command = new SetAgentStatus();
        command.agent.set(anyAgent());
        AgentStatus[] statuses = AgentStatus.values();
        command.status = random.nextInt(3) != 0 ? AgentStatus.AVAILABLE : statuses[random.nextInt(statuses.length)];
        command.whenFree = random.nextInt(4) == 0;
        return command;
    }

    private SetAgentAvailability availability() {
        SetAgentAvailability command = new SetAgentAvailability();
        command.agent.set(anyAgent());
        command.pausedKinds = random.nextInt(30) == 0 ? 1 << 10 : random.nextInt(16) & random.nextInt(16);
        command.activity.set(Bytes.of(random.nextInt(50) == 0 ? "x".repeat(257) : random.nextBoolean() ? "lunch" : ""));
        return command;
    }

    private AgentConnection connection() {
        AgentConnection command = new AgentConnection();
        command.agent.set(anyAgent());
        command.connected = random.nextInt(5) != 0;
        return command;
    }

    /** Most of the time one that fits; null for one that does not exist, perhaps. */
    private @Nullable Conversation conversation(Organization organization, Predicate<Conversation> fits) {
        List<Conversation> all = new ArrayList<>(organization.conversations.values());
        List<Conversation> fitting = all.stream().filter(fits).toList();
        if (!fitting.isEmpty() && random.nextInt(10) != 0) {
            return any(fitting);
        }
        return all.isEmpty() || random.nextInt(4) == 0 ? null : any(all);
    }

    private static long id(@Nullable Conversation conversation) {
        return conversation == null ? Long.MAX_VALUE : conversation.id;
    }

    private Bytes itsAgent(Organization organization, @Nullable Conversation conversation) {
        int roll = random.nextInt(10);
        if (roll == 0 || conversation == null || conversation.agent < 0) {
            return anyAgent();
        }
        return roll < 3 ? new Bytes() : name(organization, conversation.agent);
    }

    private static Bytes name(Organization organization, int agent) {
        return Bytes.of(organization.names.agents().name(agent));
    }

    private Bytes anyAgent() {
        return Bytes.of("agent-" + random.nextInt(random.nextInt(50) == 0 ? 9 : 5));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
