package io.strowger.verticles.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalException;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model analyze an organization's messages once more and compares its answers with those in the records. It follows the
 * journal on a thread of its own, so the ring knows nothing of it and routing does not depend on it; the journal is its
 * queue. What it can't keep up with is passed over and counted. When it fails it ends, and its report says why; its metrics go when
 * it is closed.
 */
final class ShadowComparison implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowComparison.class);
    private static final int ANALYZED_BYTES = 4_096;
    private static final long MAX_LAG_RECORDS = 100_000;
    private static final long POLL_NANOS = 20_000_000;
    private static final long RETRY_NANOS = 1_000_000_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final RoutingEngine engine;
    private final int organization;
    private final TextAnalyzer model;
    private final MeterRegistry meters;
    private final ShadowReport report;
    private final Thread thread;
    private final RecordView record = new RecordView();
    private final Analysis recorded = new Analysis();
    private final Analysis found = new Analysis();
    private final ReceiveMessage message = new ReceiveMessage();
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();
    private final Tags tags;
    private final Counter compared;
    private final Counter skipped;
    private final Set<Meter> shown = new HashSet<>(); // Guarded by itself.
    private long next;
    private volatile boolean closing;

    /** Makes one that is not started. It compares what becomes durable from now on. */
    ShadowComparison(RoutingEngine engine, Names names, TextAnalyzer model, MeterRegistry meters) {
        this.engine = engine;
        this.organization = names.organization();
        this.model = model;
        this.meters = meters;
        this.report = new ShadowReport(model.version(), InstantSource.system().instant());
        this.tags = Tags.of("organization", names.configuration().id(), "version", model.version());
        this.compared = shown(Counter.builder("models_shadow_compared")
                .description("Messages that a model in the shadow analyzed once more")
                .tags(tags)
                .register(meters));
        this.skipped = shown(Counter.builder("models_shadow_skipped_records")
                .description("Records that the shadow passed over because it could not keep up")
                .tags(tags)
                .register(meters));
        this.thread = new Thread(this::run, "strowger-shadow");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    ShadowReport report() {
        return report;
    }

    /** Ends the thread and waits for it. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (shown) {
            shown.forEach(meters::remove);
            shown.clear();
        }
    }

    private void run() {
        try {
            compareAll();
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("model", model.version()).setCause(e).log("The shadow failed and has ended");
            report.failed(e);
        }
    }

    private void compareAll() {
        next = engine.durableSequence() + 1;
        while (!closing) {
            try (JournalReader records = engine.reader(next)) {
                follow(records);
            } catch (JournalException e) {
                LOG.atWarn().setCause(e).log("The shadow lost its place in the journal and goes on at its end");
                LockSupport.parkNanos(this, RETRY_NANOS);
            }
            long end = engine.durableSequence() + 1;
            pass(end - next);
            next = end;
        }
    }

    /** Returns when it has fallen too far behind, or is to end. */
    private void follow(JournalReader records) {
        while (!closing && engine.durableSequence() - next < MAX_LAG_RECORDS) {
            if (records.next(record)) {
                compare();
                next = record.sequence() + 1;
            } else {
                LockSupport.parkNanos(this, POLL_NANOS);
            }
        }
    }

    private void pass(long count) {
        if (count > 0 && !closing) {
            report.skipped(count);
            skipped.increment((double) count);
        }
    }

    private void compare() {
        if (record.commandKind() != CommandKind.RECEIVE_MESSAGE
                || record.organization() != organization
                || record.analysis(recorded) == 0) {
            return;
        }
        message.read(reader.wrap(record.command(command)));
        Bytes text = message.text;
        model.analyze(text.array(), text.offset(), Math.min(text.length(), ANALYZED_BYTES), found);
        NameTable labels = engine.directory().labels();
        for (Head head : Head.values()) {
            int before = recorded.label(head);
            int now = found.label(head);
            if (before != Analysis.NONE && now != Analysis.NONE) {
                answers(head, labels.name(before), model.labels(head).get(now));
            }
        }
        report.compared();
        compared.increment();
    }

    private void answers(Head head, String inForce, String shadow) {
        report.answers(head, inForce, shadow);
        if (!inForce.equals(shadow) && !closing) {
            shown(Counter.builder("models_shadow_disagreements")
                            .description("Answers of the model in the shadow that are not those of the model in force")
                            .tags(tags)
                            .tag("head", ShadowReport.name(head))
                            .tag("in_force", inForce)
                            .tag("shadow", shadow)
                            .register(meters))
                    .increment();
        }
    }

    private Counter shown(Counter counter) {
        synchronized (shown) {
            shown.add(counter);
        }
        return counter;
    }
}
