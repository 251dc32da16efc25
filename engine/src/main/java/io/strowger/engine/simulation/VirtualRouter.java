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
import io.strowger.engine.journal.Journal;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.Analysis;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real router with a clock that somebody sets, and without a journal: what a command leads to is handed on as the record
 * that would have been written. One thread.
 */
public final class VirtualRouter {
    private static final int ORGANIZATION = 0;
    private static final int CONFIGURATION_BYTES = 16 << 20;
    private static final Analysis NOTHING = new Analysis();

    private final Router router;
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(1 << 12, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(1 << 10, CONFIGURATION_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final RecordView view = new RecordView();
    private final Decision decision = new Decision();
    private final Tick tick = new Tick();
    private Consumer<RecordView> listener = nobody -> {};
    private @Nullable Journal journal;
    private long now;
    private long commands;

    /** A router without an organization, whose clock stands at that instant, epoch nanoseconds. */
    public VirtualRouter(long now, RouterLimits limits) {
        this.now = now;
        this.router = new Router(limits, new CelRuleCompiler());
    }

    /** Sets where records go to as well, as a server's would. */
    void journal(Journal written) {
        journal = written;
    }

    /** Sets who is told of each record; it is valid during the call. */
    public void listener(Consumer<RecordView> told) {
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
        decide(RecordLayout.ENGINE, restart);
        ByteWriter bytes = new ByteWriter(1 << 12, CONFIGURATION_BYTES);
        ConfigurationCodec.write(organization, bytes);
        Configure configure = new Configure();
        configure.expectedVersion = 0;
        configure.configuration.set(bytes.array(), 0, bytes.position());
        decide(RecordLayout.ENGINE, configure);
        if (decision.outcome != Outcome.DONE) {
            throw new IllegalArgumentException("the router refuses the configuration: " + decision.detail);
        }
    }

    /** Sets the clock; it never goes back. */
    public void moveTo(long instant) {
        now = Math.max(now, instant);
    }

    /** Epoch nanoseconds. */
    public long now() {
        return now;
    }

    /** When the router wants the clock to tick; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        return router.nextDeadline();
    }

    /** Has the timers fire that are due. */
    public void tick() {
        decide(RecordLayout.ENGINE, tick);
    }

    /** Decides a command of the organization. The answer is valid until the next command. */
    Decision decide(Command what) {
        return decide(ORGANIZATION, what);
    }

    /** Decides a message with its analysis. */
    Decision decide(Command what, Analysis analysis) {
        return decide(ORGANIZATION, what, 0, analysis);
    }

    /** Decides a command of that organization, or of {@link RecordLayout#ENGINE}. The answer is valid until the next command. */
    public Decision decide(int organization, Command what) {
        return decide(organization, what, 0, NOTHING);
    }

    /** Decides a message with the analysis of a model of that version. */
    public Decision decide(int organization, Command what, long modelVersion, Analysis analysis) {
        commands++;
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        record.begin(recordBytes, router.lastSequence() + 1, now, what.kind(), organization, command);
        router.decide(what.kind(), organization, reader.wrap(command), modelVersion, analysis, record, decision);
        if (record.hasEvents()) {
            int length = record.end();
            if (journal != null) {
                journal.append(recordBytes.array(), 0, length);
            }
            listener.accept(view.wrap(recordBytes.array(), 0));
        }
        return decision;
    }

    /** The numbers of the names. */
    public Directory directory() {
        return router.directory();
    }

    /** Commands decided so far. */
    long commands() {
        return commands;
    }
}
