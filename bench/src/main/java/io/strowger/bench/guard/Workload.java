package io.strowger.bench.guard;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageLimits;
import io.strowger.channels.MessageParser;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import java.util.Arrays;
import java.util.List;

/**
 * Sends rounds of messages, and of what the agents answer to them, through the stages, a batch a stage at a time, and has
 * each step measured. In steady state: known contacts, conversations opening and closing. One thread.
 */
final class Workload {
    /** Messages of a round. */
    static final int MESSAGES = 128;

    private static final int COMPLETIONS = MESSAGES / 2;
    private static final Bytes ANSWERED_ID = Bytes.of("m-4711");
    private static final long TEN_MICROS = 10_000;

    private final Stages stages;
    private final Directory directory;
    private final Customers customers;
    private final Staff staff = new Staff(COMPLETIONS);
    private final byte[][] documents;
    private final MessageParser parser = new MessageParser(MessageLimits.DEFAULT);
    private final JsonWriter json = new JsonWriter(2 << 10);
    private final RecordView record = new RecordView();
    private final Answers answers = new Answers();
    private int parsed;
    private long first;
    private long last;

    Workload(Stages stages, Directory directory, List<Bytes> texts) {
        this.stages = stages;
        this.directory = directory;
        this.customers = new Customers(texts);
        this.documents = customers.asJson();
    }

    /** Handles {@link #MESSAGES} messages, and what the agents do about them. */
    void round(StepTotals totals) {
        parseMessages(totals);
        publishMessages(totals);
        passStages(totals);
        writeAnswers(totals);
        if (publishDuties()) {
            passStages(totals);
        }
    }

    private void parseMessages(StepTotals totals) {
        totals.begin();
        for (int number = 0; number < MESSAGES; number++) {
            byte[] document = documents[parsed++ % documents.length];
            if (parser.parse(document, 0, document.length) != null) {
                throw new IllegalStateException("a message of the guard's own is refused");
            }
        }
        totals.end(Step.JSON_IN);
    }

    private void publishMessages(StepTotals totals) {
        answers.count = 0;
        totals.begin();
        for (int number = 0; number < MESSAGES; number++) {
            last = stages.publish(GuardPipeline.SHOP, customers.next(), answers, number);
            first = number == 0 ? last : first;
        }
        totals.end(Step.PUBLISH);
    }

    /** Not measured: in service, other threads do it. False when there is nothing to do. */
    private boolean publishDuties() {
        staff.beginRound();
        Command command = staff.next();
        if (command == null) {
            return false;
        }
        first = publish(command);
        last = first;
        for (command = staff.next(); command != null; command = staff.next()) {
            last = publish(command);
        }
        return true;
    }

    private long publish(Command command) {
        int organization = command.kind() == CommandKind.TICK ? RecordLayout.ENGINE : GuardPipeline.SHOP;
        return stages.publish(organization, command, Responder.NONE, 0);
    }

    private void passStages(StepTotals totals) {
        if (last < 0) {
            throw new IllegalStateException("the ring refused a command of the guard's own: " + last);
        }
        totals.begin();
        for (long sequence = first; sequence <= last; sequence++) {
            stages.analyze(sequence);
        }
        totals.end(Step.ANALYZE);
        totals.begin();
        for (long sequence = first; sequence <= last; sequence++) {
            stages.decide(sequence, sequence == last);
        }
        totals.end(Step.DECIDE);
        readRecords();
        totals.begin();
        for (long sequence = first; sequence <= last; sequence++) {
            stages.commit(sequence, sequence == last);
        }
        totals.end(Step.COMMIT);
        totals.begin();
        for (long sequence = first; sequence <= last; sequence++) {
            stages.complete(sequence, sequence == last);
        }
        totals.end(Step.COMPLETE);
    }

    private void readRecords() {
        for (long sequence = first; sequence <= last; sequence++) {
            if (stages.record(sequence, record)) {
                staff.read(record);
            }
        }
    }

    private void writeAnswers(StepTotals totals) {
        if (answers.count != MESSAGES) {
            throw new IllegalStateException(answers.count + " of " + MESSAGES + " messages were answered");
        }
        totals.begin();
        for (Decision decision : answers.decisions) {
            json.clear();
            AnswerWriter.write(decision, ANSWERED_ID, TEN_MICROS, true, directory, json);
        }
        totals.end(Step.JSON_OUT);
    }

    /** Keeps the answers to a round's messages. */
    private static final class Answers implements Responder {
        private final Decision[] decisions = new Decision[MESSAGES];
        private int count;

        Answers() {
            Arrays.setAll(decisions, number -> new Decision());
        }

        @Override
        public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
            if (decision.outcome != Outcome.DONE || decision.duplicate) {
                throw new IllegalStateException("a message of the guard's own ended as " + decision.outcome);
            }
            decisions[(int) token].copyFrom(decision);
            count++;
        }
    }
}
