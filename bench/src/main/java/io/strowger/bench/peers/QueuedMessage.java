package io.strowger.bench.peers;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;

/** A command on its way through the queues: an object each, owned by whoever took it from a queue. */
final class QueuedMessage {
    private static final byte[] NO_RECORD = {};

    final CommandKind kind;
    final int organization;
    final byte[] command;
    final int textLength;
    final long intendedNanos;
    final Responder responder;
    final long token;
    final boolean ackDecided;

    final Analysis analysis = new Analysis();
    final Decision decision = new Decision();
    byte[] record = NO_RECORD;
    long decidedNanos;

    QueuedMessage(
            int organization,
            Command command,
            long intendedNanos,
            Responder responder,
            long token,
            boolean ackDecided) {
        ByteWriter bytes = new ByteWriter(command.encodedBytes(), command.encodedBytes());
        command.write(bytes);
        this.kind = command.kind();
        this.organization = organization;
        this.command = bytes.array();
        this.textLength = command instanceof ReceiveMessage message ? message.text.length() : 0;
        this.intendedNanos = intendedNanos;
        this.responder = responder;
        this.token = token;
        this.ackDecided = ackDecided;
    }
}
