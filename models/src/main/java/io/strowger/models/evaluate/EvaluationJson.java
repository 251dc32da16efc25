package io.strowger.models.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.StringJoiner;

/** Writes an {@link EvaluationResult} as one line of JSON. */
final class EvaluationJson {
    private EvaluationJson() {}

    static String of(EvaluationResult result) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        json.add("\"rows\":" + result.rows());
        json.add("\"accuracy\":" + number(result.accuracy()));
        json.add("\"macroF1\":" + number(result.macroF1()));
        json.add("\"ece\":" + number(result.ece()));
        json.add("\"oosAuroc\":" + number(result.oosAuroc()));
        json.add("\"messagesPerSecond\":" + number(result.messagesPerSecond()));
        json.add("\"bytesPerMessage\":" + number(result.bytesPerMessage()));
        json.add("\"deepShare\":" + number(result.deepShare()));
        json.add("\"unknownLabels\":" + strings(result.unknownLabels()));
        json.add("\"confusions\":" + confusions(result.confusions()));
        return json.toString();
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String strings(List<String> values) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (String value : values) {
            array.add(quoted(value));
        }
        return array.toString();
    }

    private static String confusions(List<Confusion> confusions) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (Confusion confusion : confusions) {
            array.add("{\"gold\":" + quoted(confusion.gold()) + ",\"predicted\":" + quoted(confusion.predicted())
                    + ",\"count\":" + confusion.count() + "}");
        }
        return array.toString();
    }

    private static String quoted(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
