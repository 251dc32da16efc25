package io.strowger.bench.rig;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.internal.Bytes;

/**
 * Publishes a workload's messages into an engine, and between them what its agents do. A message gets its identity when it is
 * taken: one that was refused and given up leaves no gap. Belongs to the generator's thread; allocates nothing.
 */
final class LoadTarget implements Target {
    private static final int AGENT_COMMANDS_AT_ONCE = 8;
    private static final int ID_DIGITS = 12;

    private final MessageIngress ingress;
    private final Workload workload;
    private final Texts texts;
    private final int[] organizations;
    private final Bytes[][] agents;
    private final boolean ackDecided;
    private final InFlight inFlight;
    private final AgentWork work;
    private final LoadAnswers answers;
    private final ReceiveMessage message = new ReceiveMessage();
    private final AnswerOffer accept = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final byte[] externalId = new byte[ID_DIGITS];
    private long messages;
    private long agentCommands;
    private long prepared = -1;
    private int contact;

    /**
     * @param names of the workload's organizations, in their order
     */
    LoadTarget(
            MessageIngress ingress,
            Workload workload,
            Texts texts,
            Names[] names,
            boolean ackDecided,
            InFlight inFlight,
            AgentWork work,
            LoadAnswers answers) {
        this.ingress = ingress;
        this.workload = workload;
        this.texts = texts;
        this.ackDecided = ackDecided;
        this.inFlight = inFlight;
        this.work = work;
        this.answers = answers;
        organizations = new int[names.length];
        agents = new Bytes[names.length][];
        for (int index = 0; index < names.length; index++) {
            organizations[index] = names[index].organization();
            agents[index] =
                    names[index].agents().names().stream().map(Bytes::of).toArray(Bytes[]::new);
        }
        message.channel.set(Bytes.of(Workload.CHANNEL));
        message.externalId.set(externalId, 0, ID_DIGITS);
        accept.accepted = true;
    }

    /** The token in a message's external id. */
    static long token(Bytes externalId) {
        long token = 0;
        for (int index = 0; index < externalId.length(); index++) {
            token = token * 10 + externalId.at(index) - '0';
        }
        return token;
    }

    @Override
    public long offer(long number, long intendedNanos) {
        if (prepared != messages) {
            prepare();
        }
        inFlight.put(messages, contact, intendedNanos, System.nanoTime());
        int organization = organizations[workload.organization(contact)];
        long sequence = ingress.tryPublish(organization, message, intendedNanos, answers, messages, ackDecided);
        if (sequence >= 0) {
            messages++;
        }
        return sequence;
    }

    private void prepare() {
        prepared = messages;
        contact = workload.contactOf(messages);
        message.contactId.set(workload.contactId(contact));
        message.text.set(texts.text(messages));
        long rest = messages;
        for (int digit = ID_DIGITS - 1; digit >= 0; digit--, rest /= 10) {
            externalId[digit] = (byte) ('0' + rest % 10);
        }
    }

    /** Publishes what agents have to do; what finds no room stays first in line. */
    @Override
    public boolean poll() {
        int done = 0;
        while (done < AGENT_COMMANDS_AT_ONCE && !work.isEmpty() && publishAgentCommand()) {
            done++;
        }
        return done > 0;
    }

    private boolean publishAgentCommand() {
        long token = work.token();
        int organization = workload.organization(LoadAnswers.contactOf(token));
        Bytes agent = agents[organization][work.agent()];
        Command command;
        if (LoadAnswers.isComplete(token)) {
            complete.agent.set(agent);
            complete.conversation = work.id();
            command = complete;
        } else {
            accept.agent.set(agent);
            accept.offer = work.id();
            command = accept;
        }
        long sequence =
                ingress.tryPublish(organizations[organization], command, System.nanoTime(), answers, token, ackDecided);
        if (sequence < 0) {
            return false;
        }
        work.remove();
        agentCommands++;
        return true;
    }

    @Override
    public String reason(long refusal) {
        if (refusal == MessageIngress.REFUSED_CLOSED) {
            return "the engine's gate is closed";
        }
        return refusal == MessageIngress.REFUSED_JOURNAL_FULL
                ? "the disk or the journal's limit leaves no room"
                : "the engine refused it with code " + refusal;
    }

    /** Messages taken so far. */
    long messages() {
        return messages;
    }

    /** Agents' commands taken so far. */
    long agentCommands() {
        return agentCommands;
    }

    /** Whether everything that was taken is answered and the agents have nothing left to do. */
    boolean isDrained() {
        return answers.messages() == messages && work.isEmpty() && answers.agentCommands() == agentCommands;
    }
}
