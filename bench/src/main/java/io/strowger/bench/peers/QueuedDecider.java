package io.strowger.bench.peers;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.pipeline.NumberedAnalyzer;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.TextAnalyzer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the ring's first two stages do to a command: the same analyzer, the same router. Owned by one thread. */
final class QueuedDecider {
    private static final int RECORD_BYTES = 2_048;

    private final TextAnalyzer analyzer;
    private final EpochClock clock;
    private final Router router = new Router(RouterLimits.DEFAULT, new CelRuleCompiler());
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(RECORD_BYTES, RecordLayout.MAX_RECORD_BYTES);
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();
    private long now;
    private @Nullable NumberedAnalyzer numbered; // null until the labels have numbers
    private volatile Directory directory = router.directory();

    QueuedDecider(TextAnalyzer analyzer, EpochClock clock) {
        this.analyzer = analyzer;
        this.clock = clock;
    }

    /** Understands the text, decides, and encodes the record if there is one. */
    void handle(QueuedMessage message) {
        NumberedAnalyzer analyzing = message.kind == CommandKind.RECEIVE_MESSAGE ? numbered : null;
        if (analyzing != null) {
            int textAt = message.command.length - message.textLength;
            analyzing.analyze(message.command, textAt, message.textLength, message.analysis);
        }
        now = Math.max(now, clock.nanos());
        command.set(message.command, 0, message.command.length);
        reader.wrap(command);
        record.begin(recordBytes, router.lastSequence() + 1, now, message.kind, message.organization, command);
        router.decide(
                message.kind,
                message.organization,
                reader,
                analyzing == null ? 0 : analyzing.version(),
                message.analysis,
                record,
                message.decision);
        if (record.hasEvents()) {
            message.record = Arrays.copyOf(recordBytes.array(), record.end());
        }
        message.decidedNanos = System.nanoTime();
        if (message.kind == CommandKind.CONFIGURE || message.kind == CommandKind.RESTART) {
            directory = router.directory();
            numbered = new NumberedAnalyzer(analyzer, directory.labels());
        }
    }

    /** How long until a timer is due, nanoseconds, 0 or below when one is. */
    long untilNextTimerNanos() {
        long deadline = router.nextDeadline();
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - clock.nanos();
    }

    /** The names behind the numbers; any thread. */
    Directory directory() {
        return directory;
    }

    /** Hash over the whole routing state; while nothing is handled. */
    long stateHash() {
        return router.stateHash();
    }
}
