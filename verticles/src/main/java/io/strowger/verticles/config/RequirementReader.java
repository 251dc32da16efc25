package io.strowger.verticles.config;

import io.strowger.engine.configuration.Requirement;
import io.strowger.verticles.config.Node.Scalar;
import java.util.List;
import java.util.Map;

/** Reads skills with their levels: of an agent, a level each; as requirements, also mappings that say more. */
final class RequirementReader {
    /** In place of a level: whoever has the skill is kept away. */
    static final String NEVER = "never";

    private final Problems problems;

    RequirementReader(Problems problems) {
        this.problems = problems;
    }

    /** What is required: levels, {@code never}, or mappings of level, atMost, never, weight, optional, and relaxAfter. */
    List<Requirement> read(Fields fields, String key) {
        return fields.named(
                key,
                (entry, path) -> entry.getValue() instanceof Scalar scalar
                        ? required(entry, scalar, path)
                        : requirement(entry.getKey(), entry.getValue(), path));
    }

    /** What an agent has: levels. */
    List<Requirement> skills(Fields fields, String key) {
        return fields.named(key, this::level);
    }

    private Requirement requirement(String skill, Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        int level = fields.integer("level", 0);
        int most = fields.integer("atMost", Requirement.HIGHEST);
        boolean isAbsence = fields.truth("never", false);
        int weight = fields.integer("weight", Requirement.USUAL_WEIGHT);
        boolean optional = fields.truth("optional", false);
        long relaxAfter = fields.nanos("relaxAfter", 0);
        fields.end();
        if (level < 0 || most < level) {
            problems.add(
                    node.place(), path, "at least " + level + " and at most " + most + " is no range within 0 to 100");
            return unknown(skill);
        }
        try {
            Requirement requirement = new Requirement(skill, level, most, weight, !optional, relaxAfter);
            return isAbsence ? requirement.absent() : requirement;
        } catch (IllegalArgumentException cause) {
            problems.add(node.place(), path, String.valueOf(cause.getMessage()));
            return unknown(skill);
        }
    }

    private Requirement required(Map.Entry<String, Node> entry, Scalar scalar, String path) {
        if (scalar.text().equals(NEVER) && !entry.getKey().isBlank()) {
            problems.place(path, scalar.place());
            return new Requirement(entry.getKey(), 0).absent();
        }
        return level(entry, path);
    }

    private Requirement level(Map.Entry<String, Node> entry, String path) {
        Node node = entry.getValue();
        String skill = entry.getKey();
        problems.place(path, node.place());
        if (skill.isBlank()) {
            problems.add(node.place(), path, "a skill needs a name");
        } else if (node instanceof Scalar scalar && scalar.text().matches("\\d{1,3}")) {
            int level = Integer.parseInt(scalar.text());
            if (level <= OrganizationDefaults.HIGHEST_LEVEL) {
                return new Requirement(skill, level);
            }
            problems.add(node.place(), path, "the level " + level + " is not between 0 and 100");
        } else {
            problems.add(node.place(), path, "a level between 0 and 100 is expected");
        }
        return unknown(skill);
    }

    /** In place of one that was refused. */
    private static Requirement unknown(String skill) {
        return new Requirement(skill.isBlank() ? "?" : skill, 0);
    }
}
