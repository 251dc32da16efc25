package io.strowger.verticles.config;

import io.strowger.engine.configuration.OrganizationConfiguration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization's configuration as people and other systems write it: one shape in YAML and in JSON. Reading checks the
 * form; whether queues exist and rules make sense is told by {@link OrganizationReport}.
 */
public final class OrganizationDocument {
    private final OrganizationConfiguration configuration;
    private final Problems problems;
    private final Map<String, String> texts;

    private OrganizationDocument(
            OrganizationConfiguration configuration, Problems problems, Map<String, String> texts) {
        this.configuration = configuration;
        this.problems = problems;
        this.texts = texts;
    }

    /**
     * Reads JSON.
     *
     * @param source what the text is called in messages
     * @throws ConfigException with everything that is wrong, each with line and column
     */
    public static OrganizationDocument json(String text, String source) {
        return of(NodeReader.json(text, source), source, Map.of(source, text));
    }

    /** Reads YAML, with the same errors. */
    public static OrganizationDocument yaml(String text, String source) {
        return of(NodeReader.yaml(text, source), source, Map.of(source, text));
    }

    /** Reads nodes that were read from texts, which are given by their source. */
    static OrganizationDocument of(@Nullable Node root, String source, Map<String, String> texts) {
        if (root == null) {
            throw new ConfigException(new ConfigProblem(source, "", "it is empty; an organization is expected"));
        }
        Problems problems = new Problems(source);
        OrganizationConfiguration configuration = new OrganizationReader(problems).read(root);
        if (!problems.list().isEmpty()) {
            throw new ConfigException(problems.list());
        }
        return new OrganizationDocument(configuration, problems, texts);
    }

    public OrganizationConfiguration configuration() {
        return configuration;
    }

    /** Where a value stands, for example {@code rules[3].when}; the nearest thing around it when it is absent. */
    public Place place(String path) {
        return problems.placeOrStart(path);
    }

    /** Where a line and a column of a rule's condition stand; its path is like {@code rules[3].when}. */
    Place placeInRule(String path, int line, int column) {
        int index = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
        String condition = configuration.rules().get(index).condition();
        Place place = place(path);
        return ScalarPlace.within(texts.getOrDefault(place.source(), ""), place, condition, line, column);
    }
}
