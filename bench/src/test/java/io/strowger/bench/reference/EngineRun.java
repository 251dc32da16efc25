package io.strowger.bench.reference;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.IdempotencyTable;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.Analysis;

/** The engine's router as the deciding stage drives it, and a second one that only applies the records of the first. */
final class EngineRun {
    static final long MODEL_VERSION = 7;

    private static final int MAX_SIGNATURES = 1_024;

    final Router router;
    final Router replayed;
    final Decision decision = new Decision();

    /** The last record; empty when the last command left none. */
    final Bytes record = new Bytes();

    private final ByteWriter commandBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter recordBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final ByteReader reader = new ByteReader();
    private final RecordWriter writer = new RecordWriter();
    private final RecordView view = new RecordView();

    EngineRun(int maxClosedConversations) {
        RouterLimits limits =
                new RouterLimits(IdempotencyTable.DEFAULT_LIMIT_BYTES, MAX_SIGNATURES, maxClosedConversations);
        router = new Router(limits, Conditions::ruleSet);
        replayed = new Router(limits, Conditions::ruleSet);
    }

    void decide(int organization, Command command, long now, Analysis analysis) {
        commandBytes.clear();
        command.write(commandBytes);
        Bytes content = new Bytes().set(commandBytes.array(), 0, commandBytes.position());
        writer.begin(recordBytes, router.lastSequence() + 1, now, command.kind(), organization, content);
        router.decide(command.kind(), organization, reader.wrap(content), MODEL_VERSION, analysis, writer, decision);
        record.clear();
        if (writer.hasEvents()) {
            record.set(recordBytes.array(), 0, writer.end());
            replayed.apply(view.wrap(record.array(), record.offset()));
        }
    }
}
