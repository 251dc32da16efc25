package io.strowger.engine.simulation;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.Analysis;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * The real router with a clock that somebody sets, and without a journal: what a command leads to is handed on as the record
 * that would have been written. Has one organization. One thread.
 */
final class VirtualRouter {
    private static final int ORGANIZATION = 0;
    private static final int CONFIGURATION_BYTES = 16 << 20;
    /** Nobody comes back to a closed conversation, so few are kept. */
    private static final RouterLimits LIMITS = new RouterLimits(1 << 20, 1_024, 1_000);

    private static final Analysis NOTHING = new Analysis();

    private final Router router = new Router(LIMITS, new CelRuleCompiler());
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(1 << 12, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(1 << 10, CONFIGURATION_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final RecordView view = new RecordView();
    private final Decision decision = new Decision();
    private final Tick tick = new Tick();
    private Consumer<RecordView> listener = nobody -> {};
    private long now;
    private long commands;

    /** A router without an organization, whose clock stands at that instant, epoch nanoseconds. */
    VirtualRouter(long now) {
        this.now = now;
    }

    /** Sets who is told of each record; it is valid during the call. */
    void listener(Consumer<RecordView> told) {
        listener = told;
    }

    /**
     * Puts the configuration into force, and the labels of the models.
     *
     * @throws IllegalArgumentException when the router refuses it
     */
    void start(OrganizationConfiguration organization, Collection<String> labels) {
        Restart restart = new Restart();
        restart.labels.set(Bytes.of(String.join("\n", labels)));
        decide(RecordLayout.ENGINE, restart, NOTHING);
        ByteWriter bytes = new ByteWriter(1 << 12, CONFIGURATION_BYTES);
        ConfigurationCodec.write(organization, bytes);
        Configure configure = new Configure();
        configure.expectedVersion = 0;
        configure.configuration.set(bytes.array(), 0, bytes.position());
        decide(RecordLayout.ENGINE, configure, NOTHING);
        if (decision.outcome != Outcome.DONE) {
            throw new IllegalArgumentException("the router refuses the configuration: " + decision.detail);
        }
    }

    /** Sets the clock; it never goes back. */
    void moveTo(long instant) {
        now = Math.max(now, instant);
    }

    /** Epoch nanoseconds. */
    long now() {
        return now;
    }

    /** When the router wants the clock to tick; {@link Long#MAX_VALUE} for never. */
    long nextDeadline() {
        return router.nextDeadline();
    }

    /** Has the timers fire that are due. */
    void tick() {
        decide(RecordLayout.ENGINE, tick, NOTHING);
    }

    /** Decides a command of the organization. The answer is valid until the next command. */
    Decision decide(Command what) {
        return decide(ORGANIZATION, what, NOTHING);
    }

    /** Decides a message with its analysis. */
    Decision decide(Command what, Analysis analysis) {
        return decide(ORGANIZATION, what, analysis);
    }

    /** The numbers of the names. */
    Directory directory() {
        return router.directory();
    }

    /** Commands decided so far. */
    long commands() {
        return commands;
    }

    private Decision decide(int organization, Command what, Analysis analysis) {
        commands++;
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        record.begin(recordBytes, router.lastSequence() + 1, now, what.kind(), organization, command);
        router.decide(what.kind(), organization, reader.wrap(command), 0, analysis, record, decision);
        if (record.hasEvents()) {
            record.end();
            listener.accept(view.wrap(recordBytes.array(), 0));
        }
        return decision;
    }
}
