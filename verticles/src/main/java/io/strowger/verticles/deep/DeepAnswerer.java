package io.strowger.verticles.deep;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.pipeline.ModelVersions;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.deep.DeepClassifier;
import io.strowger.models.deep.DeepHead;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.deep.TextEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers questions with one session. Belongs to one thread. */
final class DeepAnswerer implements AutoCloseable {
    private final TextEncoder encoder;
    private final long modelVersion;
    private final Map<Head, DeepClassifier> heads = new EnumMap<>(Head.class);
    private final ByteReader reader = new ByteReader();
    private final Bytes bytes = new Bytes();

    private DeepAnswerer(DeepModel model, TextEncoder encoder) {
        this.encoder = encoder;
        modelVersion = ModelVersions.number(model.version());
        for (DeepHead head : model.heads()) {
            heads.put(headOf(head.task()), new DeepClassifier(head, encoder));
        }
    }

    /** An answerer with an encoder, which is closed when the two don't fit. */
    static DeepAnswerer over(DeepModel model, TextEncoder encoder) {
        try {
            return new DeepAnswerer(model, encoder);
        } catch (RuntimeException mismatch) {
            encoder.close();
            throw mismatch;
        }
    }

    /**
     * The head that a task is for.
     *
     * @throws IllegalArgumentException when messages have no such head
     */
    static Head headOf(String task) {
        return Head.valueOf(task.toUpperCase(Locale.ROOT));
    }

    /** The command that brings the answer, with the stable numbers of labels that the table has. */
    Reclassify answer(Question question, NameTable labels) {
        Reclassify command = new Reclassify();
        command.conversation = question.conversation();
        command.messageSequence = question.sequence();
        command.modelVersion = modelVersion;
        command.analysis.copyFrom(question.analysis());
        ReceiveMessage message = command.message;
        message.read(reader.wrap(bytes.set(question.message(), 0, question.message().length)));
        byte[] text = message.text.array();
        int offset = message.text.offset();
        int length = message.text.length();
        float[] vector = encoder.encode(new String(text, offset, length, StandardCharsets.UTF_8));
        heads.forEach((head, classifier) -> {
            int label = classifier.classify(text, offset, length, vector);
            int number = labels.number(classifier.labels().get(label));
            if (number >= 0) {
                command.analysis.set(head, number, classifier.confidence());
                if (head == Head.SENTIMENT) {
                    command.analysis.sentimentScore(score(classifier));
                }
            }
        });
        return command;
    }

    private static int score(DeepClassifier classifier) {
        List<String> labels = classifier.labels();
        int positive = labels.indexOf("positive");
        int negative = labels.indexOf("negative");
        double difference = (positive < 0 ? 0 : classifier.probability(positive))
                - (negative < 0 ? 0 : classifier.probability(negative));
        return (int) Math.rint(Analysis.ONE * difference);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
