package io.strowger.engine.rules;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.List;
import java.util.Map;

/** Messages to evaluate conditions on. */
final class Messages {
    final ReceiveMessage message = new ReceiveMessage();
    final Analysis analysis = new Analysis();
    private NameTable labels = NameTable.EMPTY;

    Messages text(String channel, String text) {
        message.channel.set(Bytes.of(channel));
        message.text.set(Bytes.of(text));
        return this;
    }

    Messages attributes(Map<String, String> attributes) {
        ByteWriter out = new ByteWriter(64, 1 << 16);
        attributes.forEach((key, value) -> {
            out.writeText(key);
            out.writeText(value);
        });
        message.attributes.set(out.array(), 0, out.position());
        return this;
    }

    Messages answer(Head head, String label, double confidence) {
        labels = labels.with(List.of(label));
        analysis.set(head, labels.number(label), (int) Math.round(confidence * Analysis.ONE));
        return this;
    }

    Messages score(double score) {
        analysis.sentimentScore((int) Math.round(score * Analysis.ONE));
        return this;
    }

    RuleInput input() {
        return new RuleInput().over(message, analysis, labels);
    }
}
