package io.strowger.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.verticles.cli.CommandFailure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as programs read it. A spread becomes three fields: the median, and the same name with Low and High. */
final class JsonForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonForm() {}

    /**
     * One line.
     *
     * @param folder where more is, null when nothing is kept
     */
    static String of(Publication publication, @Nullable String folder) {
        Report report = publication.report();
        ObjectNode root = JSON.createObjectNode();
        root.put("benchmark", publication.benchmark());
        root.put("title", report.title());
        root.put("question", report.question());
        root.put("commandLine", publication.commandLine());
        root.put("folder", folder);
        root.put("indicative", publication.isIndicative());
        root.set("environment", environment(publication.environment()));
        ObjectNode tables = root.putObject("tables");
        report.tables().forEach(table -> rows(tables.putArray(table.name()), table));
        strings(root.putArray("answers"), report.answers());
        strings(root.putArray("caveats"), publication.caveats());
        return root.toString();
    }

    /** The environment alone, over several lines. */
    static String of(Environment environment) {
        try {
            return JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(environment(environment)) + "\n";
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed("the environment cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode environment(Environment environment) {
        ObjectNode node = JSON.createObjectNode();
        node.put("takenAt", environment.takenAt().toString());
        node.set("machine", JSON.valueToTree(environment.machine()));
        node.set("java", JSON.valueToTree(environment.java()));
        node.set("build", JSON.valueToTree(environment.build()));
        return node;
    }

    private static void rows(ArrayNode array, Table table) {
        for (List<Object> row : table.rows()) {
            ObjectNode object = array.addObject();
            for (int column = 0; column < row.size(); column++) {
                put(object, table.columns().get(column).name(), row.get(column));
            }
        }
    }

    private static void put(ObjectNode object, String name, Object cell) {
        if (cell instanceof Spread spread) {
            put(object, name, (Object) spread.median());
            put(object, name + "Low", (Object) spread.low());
            put(object, name + "High", (Object) spread.high());
        } else if (cell instanceof Double number) {
            object.put(name, Double.isFinite(number) ? BigDecimal.valueOf(number) : null);
        } else if (cell instanceof Number whole) {
            object.put(name, whole.longValue());
        } else if (cell instanceof Boolean truth) {
            object.put(name, truth);
        } else {
            object.put(name, cell.toString());
        }
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }
}
