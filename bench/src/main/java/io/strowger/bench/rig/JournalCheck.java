package io.strowger.bench.rig;

import io.strowger.bench.reference.Answer;
import io.strowger.bench.reference.ReferenceRecords;
import io.strowger.bench.reference.ReferenceRouter;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.Compilation;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.ConditionCompiler;
import io.strowger.models.Analysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the journal of a run and finds what is wrong: messages that are not there exactly once and in the order of sending,
 * agents who have more than their capacity, records and answers that differ from what the reference router makes of the same
 * commands. The reference is slow: it is asked from the beginning on, as long as there is time. One thread, after the run.
 */
final class JournalCheck {
    private static final int CLOCK_EVERY = 64;

    private final AnswerLog log;
    private final long deadlineNanos;
    private final ReferenceRouter reference =
            new ReferenceRouter(conditions(), RouterLimits.DEFAULT.maxClosedConversations());
    private final ReferenceRecords referenceRecords = new ReferenceRecords();
    private final Map<CommandKind, Command> commands = new EnumMap<>(CommandKind.class);
    private final ByteReader reader = new ByteReader();
    private final Bytes content = new Bytes();
    private final Bytes actual = new Bytes();
    private final Analysis analysis = new Analysis();
    private final OfferMade offerMade = new OfferMade();
    private final OfferEnded offerEnded = new OfferEnded();
    private final AssignmentEnded assignmentEnded = new AssignmentEnded();
    private final List<String> problems = new ArrayList<>();
    private int[][] held = {};
    private boolean referenceIsAsked = true;
    private long records;
    private long messages;
    private long comparedMessages;
    private int highest;

    /**
     * @param log the answers that were given
     * @param atMost how long the reference may take
     */
    JournalCheck(AnswerLog log, Duration atMost) {
        this.log = log;
        this.deadlineNanos = System.nanoTime() + atMost.toNanos();
    }

    /** Reads to the end. Ends early with the first difference: what follows would only follow from it. */
    void read(JournalReader journal) {
        RecordView view = new RecordView();
        while (problems.isEmpty() && journal.next(view)) {
            records++;
            view.command(content);
            if (referenceIsAsked) {
                compare(view);
            }
            if (view.commandKind() == CommandKind.RECEIVE_MESSAGE) {
                countMessage();
            }
            countHeld(view);
        }
    }

    /** What is wrong, in sentences. */
    List<String> problems() {
        return problems;
    }

    /** Records read; as many as there are when nothing is wrong. */
    long records() {
        return records;
    }

    /** Messages read. */
    long messages() {
        return messages;
    }

    /** Messages of which the reference was asked. */
    long comparedMessages() {
        return comparedMessages;
    }

    /** The most conversations that an agent had at once. */
    int highestLoad() {
        return highest;
    }

    private void countMessage() {
        ReceiveMessage message = (ReceiveMessage) command(CommandKind.RECEIVE_MESSAGE);
        message.read(reader.wrap(content));
        long token = LoadTarget.token(message.externalId);
        if (token != messages) {
            problems.add("record " + records + " holds message " + token + " where message " + messages + " was due");
        }
        messages++;
    }

    private void compare(RecordView view) {
        if (records % CLOCK_EVERY == 0 && System.nanoTime() - deadlineNanos > 0) {
            referenceIsAsked = false;
            return;
        }
        Command command = command(view.commandKind());
        command.read(reader.wrap(content));
        long modelVersion = view.analysis(analysis);
        int organization = view.organization();
        Answer expected = reference.decide(organization, command, view.time(), analysis);
        Bytes record = referenceRecords.record(expected, view.time(), organization, command, modelVersion, analysis);
        if (!isSame(record, view)) {
            problems.add("record " + records + " (" + view.commandKind() + ") is not what the reference makes of it");
        } else if (view.commandKind() == CommandKind.RECEIVE_MESSAGE) {
            if (!log.isSame(messages, expected.decision)) {
                problems.add("the answer to message " + messages + " is not the reference's");
            }
            comparedMessages++;
        }
    }

    /** Compares all but the length, which the content implies, and the checksum, which the journal's reader verified. */
    private boolean isSame(Bytes record, RecordView view) {
        actual.set(content.array(), content.offset() - RecordLayout.HEADER_BYTES, view.length());
        return Arrays.equals(
                record.array(),
                record.offset() + RecordLayout.CHECKED_FROM,
                record.offset() + record.length(),
                actual.array(),
                actual.offset() + RecordLayout.CHECKED_FROM,
                actual.offset() + actual.length());
    }

    private void countHeld(RecordView view) {
        view.rewind();
        while (view.nextEvent()) {
            switch (view.eventKind()) {
                case OFFER_MADE -> {
                    offerMade.read(view.content());
                    hold(view.eventOrganization(), offerMade.agent, 1);
                }
                case OFFER_ENDED -> {
                    offerEnded.read(view.content());
                    if (offerEnded.outcome != OfferOutcome.ACCEPTED) {
                        hold(view.eventOrganization(), offerEnded.agent, -1);
                    }
                }
                case ASSIGNMENT_ENDED -> {
                    assignmentEnded.read(view.content());
                    hold(view.eventOrganization(), assignmentEnded.agent, -1);
                }
                default -> {
                    // says nothing about who has what
                }
            }
        }
    }

    private void hold(int organization, int agent, int change) {
        if (organization >= held.length) {
            int from = held.length;
            held = Arrays.copyOf(held, organization + 1);
            for (int added = from; added < held.length; added++) {
                held[added] = new int[Workload.AGENTS_EACH];
            }
        }
        int now = held[organization][agent] += change;
        highest = Math.max(highest, now);
        if (now > Workload.CAPACITY || now < 0) {
            problems.add("after record " + records + " agent " + agent + " of organization " + organization + " has "
                    + now + " conversations, with a capacity of " + Workload.CAPACITY);
        }
    }

    private Command command(CommandKind kind) {
        return commands.computeIfAbsent(kind, JournalCheck::newCommand);
    }

    private static Command newCommand(CommandKind kind) {
        return switch (kind) {
            case RECEIVE_MESSAGE -> new ReceiveMessage();
            case SET_AGENT_STATUS -> new SetAgentStatus();
            case AGENT_CONNECTION -> new AgentConnection();
            case ANSWER_OFFER -> new AnswerOffer();
            case COMPLETE -> new CompleteConversation();
            case CONFIGURE -> new Configure();
            case RESTART -> new Restart();
            case TICK -> new Tick();
            default -> throw new IllegalStateException("a load has no command of the kind " + kind);
        };
    }

    private static Function<OrganizationConfiguration, List<Condition>> conditions() {
        ConditionCompiler compiler = new ConditionCompiler();
        return configuration -> configuration.rules().stream()
                .map(rule -> condition(compiler, rule))
                .toList();
    }

    private static Condition condition(ConditionCompiler compiler, RuleConfiguration rule) {
        if (compiler.compile(rule.condition()) instanceof Compilation.Compiled compiled) {
            return compiled.condition();
        }
        throw new IllegalArgumentException("rule " + rule.id() + " cannot be compiled");
    }
}
