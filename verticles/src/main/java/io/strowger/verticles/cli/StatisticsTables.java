package io.strowger.verticles.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints statistics as tables for people. Not for several threads at once. */
final class StatisticsTables {
    private static final String GAP = "  ";

    private final PrintStream out;

    StatisticsTables(PrintStream out) {
        this.out = out;
    }

    /** The server's answer. */
    void print(JsonObject answer) {
        String from = answer.getString("from");
        out.println("As of " + answer.getString("time") + ", record " + answer.getLong("sequence")
                + (from == null ? "; since the beginning" : "; since " + from));
        JsonObject stays = answer.getJsonObject("stays");
        out.println("Stays since the beginning: " + stays.getLong("begun") + " begun = " + stays.getLong("live")
                + " live + " + stays.getLong("completed") + " completed + " + stays.getLong("cancelled")
                + " cancelled + " + stays.getLong("abandoned") + " abandoned + " + stays.getLong("expired")
                + " expired + " + stays.getLong("rejected") + " rejected");
        out.println();
        queues(answer.getJsonArray("queues"));
        out.println();
        agents(answer.getJsonArray("agents"));
        out.println("Gini coefficient of assignments by time available: " + answer.getDouble("gini"));
        out.println();
        channels(answer.getJsonArray("channels"));
    }

    private void queues(JsonArray queues) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "queue",
                "agents",
                "waiting",
                "in hand",
                "longest",
                "entered",
                "served",
                "left",
                "p50",
                "p90",
                "p99",
                "max",
                "in target",
                "told +-",
                "p90 kept"));
        for (Object each : queues) {
            JsonObject queue = (JsonObject) each;
            JsonObject level = queue.getJsonObject("serviceLevel");
            JsonObject estimates = queue.getJsonObject("estimates");
            boolean told = estimates.getLong("told") > 0;
            List<String> row = new ArrayList<>(List.of(
                    queue.getString("id"),
                    text(queue, "agents"),
                    text(queue, "waiting"),
                    text(queue, "inHand"),
                    duration(queue.getDouble("longestWaitSeconds")),
                    text(queue, "entered"),
                    text(queue, "served"),
                    text(queue, "abandoned")));
            row.addAll(waits(queue));
            row.add(level == null ? "-" : percent(level.getDouble("share")));
            row.add(told ? duration(estimates.getDouble("errorSeconds")) : "-");
            row.add(told ? percent(estimates.getDouble("p90Kept")) : "-");
            rows.add(row);
        }
        table(rows);
    }

    private void agents(JsonArray agents) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "agent",
                "status",
                "used",
                "logged in",
                "occupancy",
                "offers",
                "accepted",
                "declined",
                "expired",
                "assigned",
                "completed",
                "sent on",
                "handling",
                "fairness"));
        for (Object each : agents) {
            JsonObject agent = (JsonObject) each;
            JsonObject offers = agent.getJsonObject("offers");
            rows.add(List.of(
                    agent.getString("id"),
                    agent.getString("status"),
                    agent.getLong("used") + "/" + agent.getLong("capacity"),
                    duration(agent.getDouble("loggedInSeconds")),
                    percent(agent.getDouble("occupancy")),
                    text(offers, "made"),
                    text(offers, "accepted"),
                    text(offers, "declined"),
                    text(offers, "expired"),
                    text(agent, "assigned"),
                    text(agent, "completed"),
                    text(agent, "transferred"),
                    duration(agent.getJsonObject("handling").getDouble("meanSeconds")),
                    String.format(Locale.ROOT, "%.2f", agent.getDouble("fairness"))));
        }
        table(rows);
    }

    private void channels(JsonArray channels) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "channel", "messages", "waiting", "in hand", "entered", "served", "left", "p50", "p90", "p99", "max"));
        for (Object each : channels) {
            JsonObject channel = (JsonObject) each;
            List<String> row = new ArrayList<>(List.of(
                    channel.getString("id"),
                    text(channel, "messages"),
                    text(channel, "waiting"),
                    text(channel, "inHand"),
                    text(channel, "entered"),
                    text(channel, "served"),
                    text(channel, "abandoned")));
            row.addAll(waits(channel));
            rows.add(row);
        }
        table(rows);
    }

    private static List<String> waits(JsonObject of) {
        JsonObject wait = of.getJsonObject("wait");
        return List.of(
                duration(wait.getDouble("p50Seconds")),
                duration(wait.getDouble("p90Seconds")),
                duration(wait.getDouble("p99Seconds")),
                duration(wait.getDouble("maxSeconds")));
    }

    private static String text(JsonObject of, String member) {
        return String.valueOf(of.getLong(member));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1fs", seconds);
        }
        long minutes = (long) seconds / 60;
        return minutes < 60 ? minutes + "m" + (long) seconds % 60 + "s" : minutes / 60 + "h" + minutes % 60 + "m";
    }

    /** Columns as wide as their widest cell; the first to the left, the others to the right. */
    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + padding : GAP + padding + row.get(column));
            }
            out.println(line);
        }
    }
}
