package io.strowger.verticles.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the customers write, from resources. Immutable.
 *
 * @param messages what begins a conversation
 * @param followUps what a customer adds to an open one, by language
 */
record DemoTexts(List<First> messages, Map<String, List<String>> followUps) {
    private static final String MESSAGES = "/demo/messages.tsv";
    private static final String FOLLOW_UPS = "/demo/follow-ups.tsv";

    DemoTexts {
        messages = List.copyOf(messages);
        followUps = Map.copyOf(followUps);
    }

    /** A message that begins a conversation. */
    record First(String language, String channel, String tier, String text) {}

    /** Reads the resources. */
    static DemoTexts load() {
        List<First> messages = rows(MESSAGES, 4).stream()
                .map(cells -> new First(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
        Map<String, List<String>> followUps = rows(FOLLOW_UPS, 2).stream()
                .collect(Collectors.groupingBy(
                        cells -> cells.get(0), Collectors.mapping(cells -> cells.get(1), Collectors.toList())));
        return new DemoTexts(messages, followUps);
    }

    private static List<List<String>> rows(String resource, int columns) {
        List<List<String>> rows = new ArrayList<>();
        text(resource)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    List<String> cells = List.of(line.split("\t", -1));
                    if (cells.size() != columns) {
                        throw new IllegalStateException(
                                resource + " has a line without " + columns + " cells: " + line);
                    }
                    rows.add(cells);
                });
        return rows;
    }

    private static String text(String resource) {
        try (InputStream in = DemoTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing: the build is broken");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
        }
    }
}
