package io.strowger.bench.reference;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.List;

/** The engine's router as the deciding stage drives it, and a second one that only applies the records of the first. */
final class EngineRun {
    static final long MODEL_VERSION = 7;

    final Router router = new Router(RouterLimits.DEFAULT, Conditions::ruleSet);
    final Router replayed = new Router(RouterLimits.DEFAULT, Conditions::ruleSet);
    final Decision decision = new Decision();
    final List<String> events = new ArrayList<>();

    private final ByteWriter commandBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter recordBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final ByteReader reader = new ByteReader();
    private final RecordWriter writer = new RecordWriter();
    private final RecordView view = new RecordView();

    /** The bytes of the last record; 0 long when the last command left none. */
    final Bytes record = new Bytes();

    void decide(int organization, Command command, long now, Analysis analysis) {
        commandBytes.clear();
        command.write(commandBytes);
        Bytes content = new Bytes().set(commandBytes.array(), 0, commandBytes.position());
        writer.begin(recordBytes, router.lastSequence() + 1, now, command.kind(), organization, content);
        router.decide(command.kind(), organization, reader.wrap(content), MODEL_VERSION, analysis, writer, decision);
        events.clear();
        record.clear();
        if (!writer.hasEvents()) {
            return;
        }
        record.set(recordBytes.array(), 0, writer.end());
        view.wrap(record.array(), record.offset());
        while (view.nextEvent()) {
            DomainEvent event = EventText.newEvent(view.eventKind());
            event.read(view.content());
            events.add(EventText.of(view.eventOrganization(), event));
        }
        view.rewind();
        replayed.apply(view);
    }
}
