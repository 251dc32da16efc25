package io.strowger.engine.replay;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.NameLabels;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.simulation.VirtualRouter;
import io.strowger.models.Analysis;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second reading of a journal: gives what came from outside to a new router, and has its agents work. One thread. */
final class Replayer {
    /** A tick of the journal stands for deadlines up to so long before it: the clock's thread was late. */
    private static final long LATE_NANOS = 1_000_000_000;

    private static final int CONFIGURATION_BYTES = 16 << 20;

    private final Recording recording;
    private final @Nullable OrganizationConfiguration replacement;
    private final VirtualRouter router;
    private final Agenda agenda = new Agenda();
    private final Fates fates = new Fates();
    private final Work work;
    private final Map<Long, Long> messages = new HashMap<>();
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final Analysis analysis = new Analysis();
    private final MessageReceived received = new MessageReceived();
    /** The journal's conversation of the message that is given now. */
    private long receiving;

    private boolean isReplaced;

    Replayer(Recording recording, @Nullable OrganizationConfiguration replacement) {
        this.recording = recording;
        this.replacement = replacement;
        router = new VirtualRouter(0, RouterLimits.DEFAULT);
        work = new Work(recording.habits, router, agenda);
        router.listener(this::observe);
    }

    /** Goes on until a record of the journal, and replays it. */
    void replay(RecordView record) {
        advance(record.time(), record.sequence(), record.commandKind() == CommandKind.RESTART);
        router.moveTo(record.time());
        give(record);
    }

    /** After the last record: what agents still do at its instant. */
    void finish() {
        advance(recording.fates.lastTime(), Long.MAX_VALUE, false);
    }

    Fates fates() {
        return fates;
    }

    /** The conversations' new ids by their old ones. */
    Map<Long, Long> pairs() {
        return work.newIds();
    }

    Directory directory() {
        return router.directory();
    }

    /** While the server was down, before a restart, the clock did not tick. */
    private void advance(long until, long sequence, boolean isDown) {
        while (true) {
            long deadline = isDown ? Long.MAX_VALUE : ownTick(until);
            boolean isPlanned = agenda.hasBefore(until, sequence);
            if (isPlanned && agenda.nextAt() <= deadline) {
                router.moveTo(agenda.nextAt());
                agenda.happen();
            } else if (deadline < until) {
                router.moveTo(deadline);
                router.tick();
            } else {
                return;
            }
        }
    }

    /** When the clock has to tick although the journal says nothing of it. */
    private long ownTick(long until) {
        long deadline = router.nextDeadline();
        boolean isRecorded = deadline < until && recording.hasTick(deadline, deadline + LATE_NANOS);
        return isRecorded ? Long.MAX_VALUE : deadline;
    }

    private void give(RecordView record) {
        CommandKind kind = record.commandKind();
        record.command(command);
        switch (kind) {
            case ANSWER_OFFER, COMPLETE, TRANSFER, AWAIT_CUSTOMER, NOTE_REPLY, UNASSIGN, PICK -> {
                // What agents do follows from what they get.
            }
            case RECEIVE_MESSAGE -> message(record);
            case CONFIGURE -> configure(record);
            case TICK -> router.tick();
            case CANCEL, PARK, ASSIGN, SCHEDULE, CUSTOMER_PRESENCE, UPDATE_ATTRIBUTES -> {
                Dependent dependent = Dependent.of(kind, command);
                Long conversation = work.newId(dependent.conversation());
                if (conversation != null) {
                    router.decide(record.organization(), dependent.about(conversation));
                }
            }
            case SET_AGENT_STATUS -> plain(record, new SetAgentStatus());
            case AGENT_CONNECTION -> plain(record, new AgentConnection());
            case RESTART -> plain(record, new Restart());
            case NAME_LABELS -> plain(record, new NameLabels());
            case CORRECT -> correct(record);
            case RECLASSIFY -> reclassify(record);
            default ->
                throw new IllegalArgumentException("record " + record.sequence() + " has a command of the kind " + kind
                        + ", which can't be replayed");
        }
    }

    private void plain(RecordView record, Command plain) {
        plain.read(reader.wrap(command));
        router.decide(record.organization(), plain);
    }

    private void message(RecordView record) {
        ReceiveMessage message = new ReceiveMessage();
        message.read(reader.wrap(command));
        long version = record.analysis(analysis);
        receiving = conversationOf(record);
        messages.put(record.sequence(), router.decide(record.organization(), message, version, analysis).sequence);
    }

    private long conversationOf(RecordView record) {
        record.rewind();
        while (record.nextEvent()) {
            if (record.eventKind() == received.kind()) {
                received.read(record.content());
                return received.conversation;
            }
        }
        throw new IllegalArgumentException("record " + record.sequence() + " has a message without a conversation");
    }

    private void configure(RecordView record) {
        Configure configure = new Configure();
        configure.read(reader.wrap(command));
        configure.expectedVersion = -1;
        if (replacement != null) {
            OrganizationConfiguration recorded =
                    ConfigurationCodec.read(new ByteReader().wrap(configure.configuration));
            if (recorded.id().equals(replacement.id())) {
                if (isReplaced) {
                    return;
                }
                isReplaced = true;
                ByteWriter bytes = new ByteWriter(1 << 12, CONFIGURATION_BYTES);
                ConfigurationCodec.write(replacement, bytes);
                configure.configuration.set(bytes.array(), 0, bytes.position());
            }
        }
        String detail = router.decide(record.organization(), configure).detail;
        if (!detail.isEmpty()) {
            throw new IllegalArgumentException("the router refuses the configuration: " + detail);
        }
    }

    private void correct(RecordView record) {
        CorrectAnalysis correct = new CorrectAnalysis();
        correct.read(reader.wrap(command));
        Long conversation = work.newId(correct.conversation);
        Long message = messages.get(correct.message);
        if (conversation != null && message != null) {
            correct.conversation = conversation;
            correct.message = message;
            router.decide(record.organization(), correct);
        }
    }

    private void reclassify(RecordView record) {
        Reclassify reclassify = new Reclassify();
        reclassify.read(reader.wrap(command));
        Long conversation = work.newId(reclassify.conversation);
        Long message = messages.get(reclassify.messageSequence);
        if (conversation != null && message != null) {
            reclassify.conversation = conversation;
            reclassify.messageSequence = message;
            router.decide(record.organization(), reclassify);
        }
    }

    private void observe(RecordView record) {
        fates.add(record);
        record.rewind();
        while (record.nextEvent()) {
            if (record.eventKind() == received.kind()) {
                received.read(record.content());
                work.pair(receiving, received.conversation);
            } else {
                work.observe(record);
            }
        }
    }
}
