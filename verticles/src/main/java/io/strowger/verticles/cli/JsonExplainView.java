package io.strowger.verticles.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.models.explain.Evidence;
import io.strowger.models.explain.Explanation;
import io.strowger.models.explain.HeadExplanation;
import io.strowger.models.explain.LabelShare;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A line of JSON for each text. The heads are named as in the answer to a message. */
final class JsonExplainView implements ExplainView {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 10_000;

    private final PrintStream out;
    private final int top;

    JsonExplainView(PrintStream out, int top) {
        this.out = out;
        this.top = top;
    }

    @Override
    public void show(byte[] text, Explanation explanation) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("text", new String(text, StandardCharsets.UTF_8));
        line.put("bytesRead", explanation.bytesRead());
        line.put("script", explanation.script().title());
        line.put("model", explanation.version());
        ObjectNode analysis = line.putObject("analysis");
        for (HeadExplanation head : explanation.heads()) {
            describe(head, analysis.putObject(head.head()));
        }
        out.println(JSON.writeValueAsString(line));
    }

    private void describe(HeadExplanation head, ObjectNode node) {
        put(head.answer(), node);
        if (head.score() != null) {
            node.put("score", rounded(head.score()));
        }
        if (head.runnerUp() != null) {
            put(head.runnerUp(), node.putObject("runnerUp"));
        }
        node.put("scriptAlone", head.isByScriptAlone());
        if (!head.isByScriptAlone()) {
            node.put("buckets", head.buckets());
            node.put("bias", rounded(head.bias()));
        }
        put(head.inFavour(), "for", node);
        put(head.against(), "against", node);
    }

    private static void put(LabelShare share, ObjectNode node) {
        node.put("label", share.label());
        node.put("confidence", share.confidence());
    }

    private void put(List<Evidence> evidence, String name, ObjectNode node) {
        ArrayNode pieces = node.putArray(name);
        evidence.stream().limit(top).forEach(piece -> put(piece, pieces.addObject()));
        node.put(name + "Count", evidence.size());
        node.put(
                name + "Weight",
                rounded(evidence.stream().mapToDouble(Evidence::weight).sum()));
    }

    private static void put(Evidence piece, ObjectNode node) {
        node.put("kind", piece.kind().name().toLowerCase(Locale.ROOT));
        node.put("text", piece.text());
        node.put("weight", rounded(piece.weight()));
        node.put("startByte", piece.startByte());
        node.put("endByte", piece.endByte());
        node.put("bucket", piece.bucket());
        if (!piece.shared().isEmpty()) {
            ArrayNode shared = node.putArray("shared");
            piece.shared().forEach(shared::add);
        }
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }
}
