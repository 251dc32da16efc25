package io.strowger.bench.rig;

import io.strowger.engine.EngineBuilder;
import io.strowger.engine.EngineCounters;
import io.strowger.engine.EngineHealth;
import io.strowger.engine.EngineSettings;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * One run in this process: starts an engine, logs the agents in, warms up, measures, waits for every answer, and verifies what
 * the engine did. The thread that calls it is the generator.
 */
final class MeasuredRun {
    /** The least time that the reference router has to catch up. */
    private static final Duration LEAST_COMPARING = Duration.ofSeconds(30);

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final long DRAIN_POLL_NANOS = 100_000;
    private static final int MOST_ANSWERS_KEPT = 8 << 20;
    private static final double MARGIN = 1.1;
    private static final long IDEMPOTENCY_BYTES = 256L << 20;

    private final RunPlan plan;
    private final Path directory;
    private final Workload workload;
    private final RunResult result = new RunResult();
    private final OpenLoop loop = new OpenLoop();
    private final AgentWork work = new AgentWork();
    private final InFlight inFlight = new InFlight(EngineSettings.DEFAULT.ringSize());
    private final Throughput throughput;
    private final AnswerLog log;
    private final LoadAnswers answers;

    /**
     * @param directory of the journal, not there or empty; not used without a journal
     */
    MeasuredRun(RunPlan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
        this.workload = new Workload(plan.shape(), plan.analysis(), plan.seed());
        this.throughput = new Throughput(plan.duration().plus(LONGEST_DRAIN));
        this.log = new AnswerLog(plan.journal() ? answersKept() : 0);
        this.answers = new LoadAnswers(workload.contactCount(), inFlight, work, log, throughput);
    }

    private int answersKept() {
        double expected = plan.pressure() == Pressure.SCHEDULED
                ? plan.perSecond() * plan.warmUp().plus(plan.measured()).toNanos() / 1e9 * MARGIN + SLICE.toSeconds()
                : MOST_ANSWERS_KEPT;
        return (int) Math.min(MOST_ANSWERS_KEPT, Math.max(expected, 1_000));
    }

    RunResult run() {
        Texts texts = Texts.load(plan.textBytes(), plan.seed());
        try (RoutingEngine engine = start()) {
            LoadTarget target = new LoadTarget(
                    engine.ingress(), workload, texts, logIn(engine), !plan.durable(), inFlight, work, answers);
            if (plan.bareRing()) {
                try (BareRing bareRing = new BareRing(plan.topology())) {
                    measureInTurns(target, bareRing);
                }
            } else {
                measure(target);
            }
            verify(engine, target);
        }
        return result;
    }

    private RoutingEngine start() {
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineBuilder builder = RoutingEngine.builder()
                .directory(directory)
                .settings(new EngineSettings(
                        plan.topology(),
                        usual.analyzers(),
                        usual.ringSize(),
                        usual.spin(),
                        usual.maxWait(),
                        usual.textLimitBytes(),
                        usual.largeBuffers(),
                        IDEMPOTENCY_BYTES));
        if (!plan.journal()) {
            builder.storage(new ForgetfulStorage());
        }
        if (plan.analysis()) {
            builder.analyzer(InlineModels.builtin());
        }
        workload.organizations().forEach(builder::organization);
        return builder.start();
    }

    private Names[] logIn(RoutingEngine engine) {
        Names[] names = new Names[workload.organizations().size()];
        for (int index = 0; index < names.length; index++) {
            OrganizationConfiguration configuration = workload.organizations().get(index);
            Names known = engine.directory().organization(configuration.id());
            if (known == null) {
                throw new IllegalStateException("the engine started without the organization " + configuration.id());
            }
            names[index] = known;
            for (int agent = 0; agent < configuration.agents().size(); agent++) {
                AgentConnection connection = new AgentConnection();
                connection.agent.set(Bytes.of(Workload.agentId(agent)));
                connection.connected = true;
                submit(engine, known, connection);
                SetAgentStatus status = new SetAgentStatus();
                status.agent.set(Bytes.of(Workload.agentId(agent)));
                status.status = AgentStatus.AVAILABLE;
                submit(engine, known, status);
            }
        }
        return names;
    }

    private static void submit(RoutingEngine engine, Names names, Command command) {
        Outcome outcome = engine.submit(names.organization(), command).join().outcome;
        if (outcome != Outcome.DONE) {
            throw new IllegalStateException("an agent could not log in: " + outcome);
        }
    }

    /** Warm-up and measurement without a gap between them. */
    private void measure(LoadTarget target) {
        Shedding shedding = new Shedding(target, Clock.SYSTEM);
        Target sink = plan.pressure() == Pressure.SHEDDING ? shedding : target;
        long start = System.nanoTime();
        note(send(start, plan.warmUp(), plan.seed() + 1, sink));
        long agentCommands = target.agentCommands();
        long messages = target.messages();
        begin(target, start + plan.warmUp().toNanos());
        shedding.refusals().reset();
        Costs before = Costs.now();
        try (Hiccups hiccups = Hiccups.start()) {
            Sent sent = send(start + plan.warmUp().toNanos(), plan.measured(), plan.seed() + 2, sink);
            result.put(Recording.HICCUPS, hiccups.stop());
            note(sent);
            result.put(Recording.LATE, sent.late());
            result.put(Count.OFFERED, sent.sent());
            result.put(Count.SENT, target.messages() - messages);
            result.put(
                    Count.REFUSED, sent.refusedAttempts() + shedding.refusals().getTotalCount());
            result.put(Count.SCHEDULED_NANOS, sent.scheduledNanos());
            result.put(Count.ELAPSED_NANOS, sent.elapsedNanos());
        }
        drain(target);
        end(before, target.agentCommands() - agentCommands);
        if (plan.pressure() == Pressure.SHEDDING) {
            result.put(Recording.REFUSED, shedding.refusals());
        }
    }

    private Sent send(long startNanos, Duration duration, long seed, Target target) {
        return plan.pressure() == Pressure.CLOSED
                ? new ClosedLoop(Clock.SYSTEM).run(duration, 0, target)
                : loop.run(plan.shape().schedule(plan.perSecond(), seed), startNanos, duration, 0, target);
    }

    /** A second of ours, a second of the bare ring, and so on, on the same schedule. */
    private void measureInTurns(LoadTarget target, BareRing bareRing) {
        note(loop.run(plan.shape().schedule(plan.perSecond(), plan.seed() + 1), plan.warmUp(), target));
        drain(target);
        note(loop.run(plan.shape().schedule(plan.perSecond(), plan.seed() + 1), SLICE, bareRing));
        bareRing.drain();
        bareRing.reset();
        long agentCommands = target.agentCommands();
        begin(target, System.nanoTime());
        Costs before = Costs.now();
        Histogram late = Histograms.ofNanos();
        long[] sums = new long[4];
        try (Hiccups hiccups = Hiccups.start()) {
            long slices = Math.max(1, plan.measured().toNanos() / SLICE.toNanos());
            Duration slice = plan.measured().dividedBy(slices);
            for (int number = 0; number < slices; number++) {
                long seed = plan.seed() + 2 + number;
                Sent sent = loop.run(plan.shape().schedule(plan.perSecond(), seed), slice, target);
                note(sent);
                drain(target);
                late.add(sent.late());
                sums[0] += sent.sent();
                sums[1] += sent.refusedAttempts();
                sums[2] += sent.scheduledNanos();
                sums[3] += sent.elapsedNanos();
                note(loop.run(plan.shape().schedule(plan.perSecond(), seed), slice, bareRing));
                bareRing.drain();
            }
            result.put(Recording.HICCUPS, hiccups.stop());
        }
        result.put(Recording.LATE, late);
        result.put(Count.OFFERED, sums[0]);
        result.put(Count.SENT, sums[0]);
        result.put(Count.REFUSED, sums[1]);
        result.put(Count.SCHEDULED_NANOS, sums[2]);
        result.put(Count.ELAPSED_NANOS, sums[3]);
        result.put(Recording.BARE_RING, bareRing.decided());
        end(before, target.agentCommands() - agentCommands);
    }

    private void note(Sent sent) {
        String failure = sent.failure();
        if (failure != null) {
            result.problem(failure);
        }
    }

    private void begin(LoadTarget target, long startNanos) {
        throughput.startAt(startNanos);
        answers.measureFrom(target.messages());
    }

    private void end(Costs before, long agentCommands) {
        Costs costs = Costs.now().since(before);
        result.put(Count.AGENT_COMMANDS, agentCommands);
        result.put(Count.STAGE_BYTES, costs.stageBytes());
        result.put(Count.COLLECTIONS, costs.collections());
        result.put(Count.COLLECTION_MILLIS, costs.collectionMillis());
        result.put(Count.CPU_NANOS, costs.cpuNanos());
        result.put(Count.WALL_NANOS, costs.atNanos());
        result.put(Recording.DECIDED, answers.decided());
        result.put(Recording.ANSWERED, answers.answered());
        result.put(Recording.SERVED, answers.served());
        result.throughput(throughput.counts());
    }

    /** Waits until all is answered and the agents have nothing left to do. */
    private void drain(LoadTarget target) {
        long until = System.nanoTime() + LONGEST_DRAIN.toNanos();
        while (!target.isDrained()) {
            if (!target.poll()) {
                LockSupport.parkNanos(DRAIN_POLL_NANOS);
            }
            if (System.nanoTime() - until > 0) {
                result.problem((target.messages() - answers.messages()) + " messages and "
                        + (target.agentCommands() - answers.agentCommands()) + " agents' commands have no answer "
                        + LONGEST_DRAIN.toSeconds() + " s after the last one was sent");
                return;
            }
        }
    }

    /** Waits until the last closed conversations are forgotten, after which no timer is due for long. */
    private static EngineCounters settle(RoutingEngine engine) {
        EngineCounters before;
        EngineCounters now = engine.counters();
        do {
            before = now;
            LockSupport.parkNanos(2 * Workload.LONGEST_TIMER.toNanos());
            now = engine.counters();
        } while (now.recorded() != before.recorded());
        return now;
    }

    private void verify(RoutingEngine engine, LoadTarget target) {
        EngineCounters counters = settle(engine);
        EngineHealth health = engine.health();
        if (!health.open()) {
            result.problem("the engine closed: " + health.reason());
        }
        if (answers.errors() > 0) {
            result.problem(answers.errors() + " answers were wrong, the first: " + answers.firstError());
        }
        if (answers.messages() != target.messages()) {
            result.problem(target.messages() + " messages were sent and " + answers.messages() + " answered");
        }
        if (counters.recorded() != counters.decidedSequence()
                || counters.decidedSequence() != counters.durableSequence()) {
            result.problem(counters.recorded() + " commands left a record, the last decided one is "
                    + counters.decidedSequence() + " and the last durable one " + counters.durableSequence());
        }
        result.put(Count.RECORDS, counters.recorded());
        result.put(Count.COMMITS, counters.commits());
        result.put(Count.CONFLICTS, answers.conflicts());
        result.put(Count.ALL_MESSAGES, target.messages());
        if (plan.journal() && result.problems().isEmpty()) {
            verifyJournal(engine, target.messages(), counters.recorded());
        }
    }

    private void verifyJournal(RoutingEngine engine, long messages, long recorded) {
        Duration comparing = plan.duration().compareTo(LEAST_COMPARING) > 0 ? plan.duration() : LEAST_COMPARING;
        JournalCheck check = new JournalCheck(log, comparing);
        try (JournalReader journal = engine.reader(1)) {
            check.read(journal);
        }
        check.problems().forEach(result::problem);
        if (check.problems().isEmpty() && (check.messages() != messages || check.records() != recorded)) {
            result.problem("the journal has " + check.messages() + " messages in " + check.records()
                    + " records, where " + messages + " in " + recorded + " were answered");
        }
        result.put(Count.COMPARED_MESSAGES, check.comparedMessages());
        result.put(Count.HIGHEST_LOAD, check.highestLoad());
    }
}
