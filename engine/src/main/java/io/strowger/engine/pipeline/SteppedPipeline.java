package io.strowger.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.strowger.engine.ModelAssignment;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.NameLabels;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.ingress.Gate;
import io.strowger.engine.ingress.OccupancyLimit;
import io.strowger.engine.ingress.OrganizationLimits;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.TextAnalyzer;

/**
 * The ring and its stages without their threads: the caller publishes, then has each stage handle each command, in the order
 * of the ring. So each stage can be measured by itself. No clock thread runs: whoever wants timers to fire publishes ticks.
 * Belongs to one thread.
 */
public final class SteppedPipeline implements AutoCloseable {
    private static final int TEXT_LIMIT_BYTES = 64 << 10;
    private static final int LARGE_BUFFERS = 16;
    private static final int LARGE_BUFFER_BYTES = 128 << 10;
    private static final long MAX_WAIT_NANOS = 50_000_000;

    private final Journal journal;
    private final Sequence completed = new Sequence();
    private final RingBuffer<RoutingEvent> ring;
    private final RingIngress ingress;
    private final AnalyzeHandler analyze;
    private final DecideHandler decide;
    private final CommitHandler commit;
    private final CompleteHandler complete;

    /**
     * An engine without organizations that knows the analyzer's labels.
     *
     * @param journal open, without records; closed together with this
     * @param ringSize a power of two
     */
    public SteppedPipeline(
            Journal journal, TextAnalyzer analyzer, RouterLimits routerLimits, EpochClock clock, int ringSize) {
        this.journal = journal;
        ring = RingBuffer.createMultiProducer(
                () -> new RoutingEvent(Configurations.LIMIT_BYTES, RecordLayout.MAX_RECORD_BYTES), ringSize);
        ring.addGatingSequences(completed);
        Gate gate = new Gate();
        gate.open();
        BufferPool pool = new BufferPool(LARGE_BUFFERS, LARGE_BUFFER_BYTES);
        OccupancyLimit occupancy = new OccupancyLimit(ringSize, MAX_WAIT_NANOS);
        OrganizationLimits limits = new OrganizationLimits();
        analyze = new AnalyzeHandler(0, 1);
        decide = new DecideHandler(
                ring,
                new Router(routerLimits, new CelRuleCompiler()),
                clock,
                pool,
                limits,
                new PipelineCounters(),
                new TickClock(clock));
        commit = new CommitHandler(journal);
        complete = new CompleteHandler(pool, occupancy, ring::getCursor);
        ingress = new RingIngress(
                ring,
                gate,
                occupancy,
                limits,
                pool,
                journal,
                new UnknownAnswers(ring),
                TEXT_LIMIT_BYTES,
                Configurations.LIMIT_BYTES);
        Restart restart = new Restart();
        restart.labels.set(NumberedAnalyzer.labelsOf(analyzer));
        handle(RecordLayout.ENGINE, restart);
        analyze.assignDefault(ModelAssignment.of(analyzer), directory().labels());
    }

    /** Adds an organization, through all stages; the first one has the number 0. */
    public void configure(OrganizationConfiguration organization) {
        handle(RecordLayout.ENGINE, Configurations.command(organization, 0));
    }

    /** Sets who analyzes an organization's messages. */
    public void assignModels(int organization, ModelAssignment assignment) {
        NameLabels command = new NameLabels();
        command.labels.set(NumberedAnalyzer.labelsOf(assignment));
        handle(RecordLayout.ENGINE, command);
        analyze.assign(organization, assignment, directory().labels());
    }

    /**
     * Has a command pass all stages.
     *
     * @throws IllegalArgumentException when it does not end well
     */
    public void handle(int organization, Command command) {
        LastAnswer answer = new LastAnswer();
        long sequence = publish(organization, command, answer, 0);
        if (sequence >= 0) {
            analyze(sequence);
            decide(sequence, true);
            commit(sequence, true);
            complete(sequence, true);
        }
        if (answer.decision.outcome != Outcome.DONE && answer.decision.outcome != Outcome.UNCHANGED) {
            throw new IllegalArgumentException(
                    command.kind() + " ended as " + answer.decision.outcome + ": " + answer.decision.detail);
        }
    }

    /** As {@link io.strowger.engine.ingress.MessageIngress#tryPublish}: the ring's sequence, or why not. */
    public long publish(int organization, Command command, Responder responder, long token) {
        return ingress.tryPublish(organization, command, System.nanoTime(), responder, token, false);
    }

    public void analyze(long sequence) {
        analyze.onEvent(ring.get(sequence), sequence, true);
    }

    public void decide(long sequence, boolean endOfBatch) {
        decide.onEvent(ring.get(sequence), sequence, endOfBatch);
    }

    /** Appends the command's record; at the end of a batch it is written and forced. */
    public void commit(long sequence, boolean endOfBatch) {
        commit.onEvent(ring.get(sequence), sequence, endOfBatch);
    }

    /** Answers, and frees the command's slot. */
    public void complete(long sequence, boolean endOfBatch) {
        complete.onEvent(ring.get(sequence), sequence, endOfBatch);
        completed.set(sequence);
    }

    /** Points the view at a decided command's record; false when it left none. Valid until the command is completed. */
    public boolean record(long sequence, RecordView into) {
        RoutingEvent event = ring.get(sequence);
        if (event.recordLength == 0) {
            return false;
        }
        into.wrap(event.record.array(), 0);
        return true;
    }

    /** The names behind the numbers of the records. */
    public Directory directory() {
        return decide.directory();
    }

    @Override
    public void close() {
        journal.close();
    }

    private static final class LastAnswer implements Responder {
        private final Decision decision = new Decision();

        @Override
        public void answered(Decision answer, long decisionNanos, boolean durable, long token) {
            decision.copyFrom(answer);
        }
    }
}
