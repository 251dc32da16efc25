package io.strowger.bench.jmh;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordWriter;
import io.strowger.models.Analysis;
import io.strowger.models.Head;

/** The record of a message that goes on with a conversation and is offered to an agent. Belongs to one thread. */
final class SampleRecord {
    private static final int BUFFER_BYTES = 1 << 10;
    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final int MODEL_VERSION = 7;

    private final ByteWriter commandBytes = new ByteWriter(BUFFER_BYTES, BUFFER_BYTES);
    private final ByteWriter recordBytes = new ByteWriter(BUFFER_BYTES, BUFFER_BYTES);
    private final Bytes command = new Bytes();
    private final ReceiveMessage message;
    private final Analysis analysis;
    private final RecordWriter record = new RecordWriter();
    private final MessageReceived received = new MessageReceived();
    private final ConversationScored scored = new ConversationScored();
    private final ConversationQueued queued = new ConversationQueued();
    private final OfferMade offer = new OfferMade();

    SampleRecord(ReceiveMessage message, Analysis analysis) {
        this.message = message;
        this.analysis = analysis;
        message.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
    }

    /** Encodes it into {@link #array()} and returns its length in bytes. */
    int encode(long sequence) {
        record.begin(recordBytes, sequence, NOW, message.kind(), 0, command);
        record.analysis(MODEL_VERSION, analysis);
        received.conversation = sequence;
        received.externalId.set(message.externalId);
        record.emit(0, received);
        scored.conversation = sequence;
        scored.language = analysis.label(Head.LANGUAGE);
        scored.intent = analysis.label(Head.INTENT);
        scored.sentiment = analysis.label(Head.SENTIMENT);
        scored.emotion = analysis.label(Head.EMOTION);
        scored.urgency = analysis.label(Head.URGENCY);
        scored.sentimentScore = analysis.sentimentScore();
        record.emit(0, scored);
        queued.conversation = sequence;
        queued.queuedAt = NOW;
        record.emit(0, queued);
        offer.conversation = sequence;
        offer.offeredAt = NOW;
        record.emit(0, offer);
        return record.end();
    }

    byte[] array() {
        return recordBytes.array();
    }
}
