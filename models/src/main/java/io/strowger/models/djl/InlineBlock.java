package io.strowger.models.djl;

import ai.djl.modality.Classifications;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractSymbolBlock;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import ai.djl.util.passthrough.PassthroughNDArray;
import io.strowger.models.Analysis;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One head of a linear model as a DJL block: texts in, classifications out. Safe from any number of threads. */
final class InlineBlock extends AbstractSymbolBlock {
    private final LinearModel model;
    private final String head;
    // Classifiers hold scratch: as many are made as threads predict at once.
    private final ConcurrentLinkedQueue<TextClassifier> idle = new ConcurrentLinkedQueue<>();

    InlineBlock(LinearModel model, String head) {
        this.model = model;
        this.head = head;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean isTraining, @Nullable PairList<String, Object> options) {
        TextClassifier classifier = idle.poll();
        if (classifier == null) {
            classifier = model.classifier(head);
        }
        NDList outputs = new NDList(inputs.size());
        for (NDArray input : inputs) {
            byte[] text = (byte[]) ((PassthroughNDArray) input).getObject();
            outputs.add(new PassthroughNDArray(input.getManager(), classifications(classifier, text)));
        }
        idle.offer(classifier);
        return outputs;
    }

    @Override
    public ParameterList getDirectParameters() {
        return new ParameterList();
    }

    @Override
    public void removeLastBlock() {
        throw new UnsupportedOperationException("a linear model has one block only");
    }

    private static Classifications classifications(TextClassifier classifier, byte[] text) {
        classifier.classify(text, 0, text.length);
        List<Double> probabilities = new ArrayList<>();
        for (int label = 0; label < classifier.labels().size(); label++) {
            probabilities.add((double) classifier.probability(label) / Analysis.ONE);
        }
        return new Classifications(classifier.labels(), probabilities);
    }
}
