package io.strowger.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.strowger.engine.EngineCounters;
import io.strowger.engine.EngineHealth;
import io.strowger.engine.EngineRefusedException;
import io.strowger.engine.EngineSettings;
import io.strowger.engine.Message;
import io.strowger.engine.ModelAssignment;
import io.strowger.engine.Routed;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.HashState;
import io.strowger.engine.command.NameLabels;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.ingress.Gate;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.OccupancyLimit;
import io.strowger.engine.ingress.OrganizationLimits;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.TextAnalyzer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine around a ring: starts it from the journal, watches over it, and ends it in order. */
public final class RingEngine implements RoutingEngine {
    private static final Logger LOG = LoggerFactory.getLogger(RingEngine.class);
    private static final int ROOM_BEYOND_TEXT_BYTES = 64 << 10;
    private static final Duration DRAIN_AT_CLOSE = Duration.ofSeconds(10);
    private static final Duration END_AT_CLOSE = Duration.ofSeconds(10);
    private static final long DRAIN_POLL_NANOS = 500_000;

    private final Journal journal;
    private final List<Thread> stages = new CopyOnWriteArrayList<>();
    private final UnknownAnswers unknownAnswers;
    private final Gate gate = new Gate();
    private final Disruptor<RoutingEvent> disruptor;
    private final RingIngress ingress;
    private final AnalyzeHandler[] analyze;
    private final DecideHandler decide;
    private final CommitHandler commit;
    private final PipelineCounters counters = new PipelineCounters();
    // Not the common pool: with two processors or fewer the JDK would start a thread an answer.
    private final ExecutorService answers = Executors.newCachedThreadPool(task -> daemon("strowger-answers", task));
    private final Router router;
    private final TickClock tickClock;
    private final FailStop failStop = new FailStop(gate);
    private final StateHash recovered;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RingEngine(Journal journal, Router router, EngineSettings settings, EpochClock clock, Runnable onFailure) {
        this.journal = journal;
        this.router = router;
        this.recovered = new StateHash(router.lastSequence(), router.stateHash());
        int commandLimit = Math.max(Configurations.LIMIT_BYTES, settings.textLimitBytes() + ROOM_BEYOND_TEXT_BYTES);
        Topology topology = settings.topology().resolve(Runtime.getRuntime().availableProcessors());
        long spinNanos = settings.spin().toNanos();
        PatientWaitStrategy waiting = new PatientWaitStrategy(spinNanos, topology == Topology.COMPACT ? 0 : spinNanos);
        disruptor = new Disruptor<>(
                () -> new RoutingEvent(commandLimit, RecordLayout.MAX_RECORD_BYTES),
                settings.ringSize(),
                this::stageThread,
                ProducerType.MULTI,
                waiting);
        disruptor.setDefaultExceptionHandler(failStop);
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        BufferPool pool = new BufferPool(
                Math.min(settings.largeBuffers(), settings.ringSize()),
                settings.textLimitBytes() + ROOM_BEYOND_TEXT_BYTES);
        OccupancyLimit occupancy =
                new OccupancyLimit(settings.ringSize(), settings.maxWait().toNanos());
        OrganizationLimits limits = new OrganizationLimits();
        tickClock = new TickClock(clock);
        analyze = PipelineTopology.analyzers(topology, settings.analyzers());
        decide = new DecideHandler(ring, router, clock, pool, limits, counters, tickClock);
        commit = new CommitHandler(journal);
        PipelineTopology.wire(
                disruptor,
                topology,
                waiting,
                analyze,
                decide,
                commit,
                new CompleteHandler(pool, occupancy, ring::getCursor));
        unknownAnswers = new UnknownAnswers(ring);
        ingress = new RingIngress(
                ring, gate, occupancy, limits, pool, journal, unknownAnswers, settings.textLimitBytes(), commandLimit);
        disruptor.start();
        tickClock.start(ingress, daemon("strowger-clock", tickClock));
        daemon("strowger-undertaker", new Undertaker(failStop, disruptor, unknownAnswers, onFailure))
                .start();
    }

    /**
     * Recovers from an open journal, which it owns from here on, names the labels, configures what is missing, and opens the
     * gate.
     */
    public static RingEngine start(
            Journal journal,
            @Nullable TextAnalyzer analyzer,
            EngineSettings settings,
            EpochClock clock,
            Runnable onFailure,
            List<OrganizationConfiguration> organizations) {
        try {
            Router router = new Router(routerLimits(settings), new CelRuleCompiler());
            journal.recover(1, router::apply);
            TextAnalyzer texts = analyzer == null ? SilentAnalyzer.INSTANCE : analyzer;
            RingEngine engine = new RingEngine(journal, router, settings, clock, onFailure);
            try {
                engine.open(texts, organizations);
            } catch (RuntimeException e) {
                engine.close();
                throw e;
            }
            return engine;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static RouterLimits routerLimits(EngineSettings settings) {
        RouterLimits usual = RouterLimits.DEFAULT;
        return new RouterLimits(settings.idempotencyBytes(), usual.maxSignatures(), usual.maxClosedConversations());
    }

    private void open(TextAnalyzer analyzer, List<OrganizationConfiguration> organizations) {
        Restart restart = new Restart();
        restart.labels.set(NumberedAnalyzer.labelsOf(analyzer));
        requireDone("the restart", submitInternal(restart).join());
        for (AnalyzeHandler handler : analyze) {
            handler.assignDefault(ModelAssignment.of(analyzer), directory().labels());
        }
        for (OrganizationConfiguration organization : organizations) {
            if (directory().organization(organization.id()) == null) {
                Decision decision =
                        submitInternal(Configurations.command(organization, 0)).join();
                requireDone("organization " + organization.id(), decision);
            }
        }
        gate.open();
    }

    private static void requireDone(String what, Decision decision) {
        if (decision.outcome != Outcome.DONE) {
            throw new IllegalArgumentException(
                    what + " was refused: " + (decision.detail.isEmpty() ? decision.outcome : decision.detail));
        }
    }

    @Override
    public CompletableFuture<Routed> route(String organization, Message message) {
        Names names = directory().organization(organization);
        if (names == null) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("there is no organization " + organization));
        }
        return publish(names.organization(), MessageEncoder.encode(message))
                .thenApply(answer -> RoutedAnswers.inWords(answer.decision(), answer.decisionNanos(), directory()));
    }

    @Override
    public CompletableFuture<Decision> submit(int organization, Command command) {
        return publish(organization, command).thenApply(FutureResponder.Answer::decision);
    }

    @Override
    public CompletableFuture<Decision> configure(OrganizationConfiguration configuration, long expectedVersion) {
        return submit(RecordLayout.ENGINE, Configurations.command(configuration, expectedVersion));
    }

    @Override
    public CompletableFuture<Decision> assignModels(int organization, @Nullable ModelAssignment assignment) {
        if (organization < 0 || organization >= directory().organizationCount()) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("there is no organization number " + organization));
        }
        NameLabels command = new NameLabels();
        if (assignment != null) {
            command.labels.set(NumberedAnalyzer.labelsOf(assignment));
        }
        return submitInternal(command).thenApply(decision -> {
            if (decision.outcome == Outcome.DONE || decision.outcome == Outcome.UNCHANGED) {
                for (AnalyzeHandler handler : analyze) {
                    handler.assign(organization, assignment, directory().labels());
                }
            }
            return decision;
        });
    }

    private CompletableFuture<FutureResponder.Answer> publish(int organization, Command command) {
        FutureResponder responder = new FutureResponder(answers);
        long sequence = ingress.tryPublish(organization, command, System.nanoTime(), responder, 0, false);
        return sequence < 0 ? CompletableFuture.failedFuture(new EngineRefusedException(sequence)) : responder.future();
    }

    private CompletableFuture<Decision> submitInternal(Command command) {
        FutureResponder responder = new FutureResponder(answers);
        long sequence = ingress.publishInternal(RecordLayout.ENGINE, command, responder, 0);
        return sequence < 0
                ? CompletableFuture.failedFuture(new EngineRefusedException(sequence))
                : responder.future().thenApply(FutureResponder.Answer::decision);
    }

    @Override
    public MessageIngress ingress() {
        return ingress;
    }

    @Override
    public Directory directory() {
        return decide.directory();
    }

    @Override
    public long durableSequence() {
        return journal.durableSequence();
    }

    @Override
    public JournalReader reader(long fromSequence) {
        return journal.reader(fromSequence);
    }

    @Override
    public void onDurable(Runnable wake) {
        journal.onDurable(wake);
    }

    @Override
    public EngineHealth health() {
        Gate.State state = gate.state();
        return switch (state.position()) {
            case OPEN -> new EngineHealth(true, false, null);
            case CLOSED -> new EngineHealth(false, false, state.reason());
            case FAILED -> new EngineHealth(false, true, state.reason());
        };
    }

    @Override
    public EngineCounters counters() {
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        return new EngineCounters(
                ingress.published.sum(),
                ingress.refusedFull.sum(),
                ingress.refusedClosed.sum(),
                ingress.refusedTooLarge.sum(),
                ingress.refusedLimit.sum(),
                ingress.refusedJournalFull.sum(),
                counters.decidedAcquire(),
                counters.recordedAcquire(),
                counters.duplicatesAcquire(),
                commit.commits(),
                ring.remainingCapacity(),
                ring.getBufferSize(),
                counters.lastSequenceAcquire(),
                journal.durableSequence(),
                router.missingKeys(),
                router.idempotencyEntries(),
                router.idempotencyBytes());
    }

    @Override
    public CompletableFuture<StateHash> stateHash() {
        return submitInternal(new HashState()).thenApply(answer -> new StateHash(answer.sequence, answer.stateHash));
    }

    @Override
    public StateHash recoveredState() {
        return recovered;
    }

    @Override
    public boolean drain(Duration atMost) {
        gate.close("the engine is ending");
        long until = System.nanoTime() + atMost.toNanos();
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        while (ring.getMinimumGatingSequence() < ring.getCursor()) {
            if (gate.hasFailed() || System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
        return true;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        tickClock.stop();
        drain(DRAIN_AT_CLOSE);
        failStop.dismiss();
        disruptor.halt();
        boolean ended = awaitStages();
        unknownAnswers.answerAll();
        if (ended) {
            journal.close();
        } else { // whoever opened it next would write beside the commit that still runs
            LOG.error("a stage does not end, so the journal stays locked until the process ends");
        }
    }

    /** Waits for the stages, of which the committing one may be in the middle of a force; false when time is up. */
    private boolean awaitStages() {
        long until = System.nanoTime() + END_AT_CLOSE.toNanos();
        for (Thread stage : stages) {
            while (stage != Thread.currentThread() && stage.isAlive()) {
                if (System.nanoTime() - until > 0) {
                    return false;
                }
                LockSupport.parkNanos(DRAIN_POLL_NANOS);
            }
        }
        return true;
    }

    private Thread stageThread(Runnable task) {
        Thread thread = daemon("strowger-stage-" + (stages.size() + 1), task);
        stages.add(thread);
        return thread;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, cause) -> {
            if (!(cause instanceof StageFailedException)) { // those were logged where they happened
                LOG.error("thread {} ended", ended.getName(), cause);
            }
        });
        return thread;
    }
}
