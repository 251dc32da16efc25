package io.strowger.verticles.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.strowger.verticles.config.Node.Mapping;
import io.strowger.verticles.config.Node.Scalar;
import io.strowger.verticles.config.Node.ScalarKind;
import io.strowger.verticles.config.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns YAML or JSON into nodes that know their place. Anchors, aliases and several documents in one text are refused. */
final class NodeReader {
    private static final int MOST_LEVELS = 32;
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build();
    private static final JsonFactory YAML =
            YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    private final JsonParser parser;
    private final String source;

    private NodeReader(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads YAML.
     *
     * @param source what the text is called in messages
     * @return the text's value, null when the text has none
     * @throws ConfigException when it is not YAML, with line and column
     */
    static @Nullable Node yaml(String text, String source) {
        return read(YAML, text, source);
    }

    /** Reads JSON, with the same errors. */
    static @Nullable Node json(String text, String source) {
        return read(JSON, text, source);
    }

    private static @Nullable Node read(JsonFactory factory, String text, String source) {
        try (JsonParser parser = factory.createParser(text)) {
            NodeReader reader = new NodeReader(parser, source);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            Node root = reader.node(first);
            if (parser.nextToken() != null) {
                throw reader.wrong(reader.place(), "there is a second document; keep one a file");
            }
            return root;
        } catch (StreamConstraintsException e) {
            String message = e.getOriginalMessage().contains("nesting depth")
                    ? "its values are nested more than " + MOST_LEVELS + " deep"
                    : sentence(e);
            throw new ConfigException(new ConfigProblem(where(e.getLocation(), source), "", message));
        } catch (JsonProcessingException e) {
            throw new ConfigException(new ConfigProblem(where(e.getLocation(), source), "", sentence(e)));
        } catch (IOException e) {
            throw new IllegalStateException("reading " + source + " from memory failed", e);
        }
    }

    private Node node(JsonToken token) throws IOException {
        Place place = place();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw wrong(place, "aliases are not supported; write the value itself");
        }
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(place, parser.getText(), ScalarKind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getText(), ScalarKind.TRUTH);
            case VALUE_NULL -> new Scalar(place, "", ScalarKind.NOTHING);
            default -> text(place, parser.getText());
        };
    }

    /** In YAML a key without a value has an empty text. */
    private Scalar text(Place place, String text) {
        boolean nothing = text.isEmpty() && parser instanceof YAMLParser;
        return new Scalar(place, text, nothing ? ScalarKind.NOTHING : ScalarKind.TEXT);
    }

    private Mapping mapping(Place place) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place();
            Place earlier = keys.putIfAbsent(key, keyPlace);
            if (earlier != null) {
                throw wrong(keyPlace, "the key " + key + " is given twice, first on line " + earlier.line());
            }
            entries.put(key, node(parser.nextToken()));
        }
        return new Mapping(place, entries, keys);
    }

    private Sequence sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Sequence(place, items);
    }

    private Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(source, location.getLineNr(), location.getColumnNr());
    }

    private ConfigException wrong(Place place, String message) {
        return new ConfigException(new ConfigProblem(place.toString(), "", message));
    }

    private static String where(@Nullable JsonLocation location, String source) {
        return location == null ? source : new Place(source, location.getLineNr(), location.getColumnNr()).toString();
    }

    /** The parser's own words, on one line and without its account of the place. */
    private static String sentence(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf("\n in ");
        return (end < 0 ? message : message.substring(0, end))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
