package io.strowger.engine.rules;

import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks over a whole configuration before it is used and finds everything that is wrong or doubtful, each with the place
 * in the document: for {@code ./strowger check} and for whoever saves one. Cold; safe for use by any thread.
 */
public final class OrganizationCheck {
    private static final int MAX_REQUIREMENT_SETS = 1024;

    private final ConditionCompiler conditions = new ConditionCompiler();
    private final Map<String, List<String>> labels;

    /** A check that does not know which labels the models have. */
    public OrganizationCheck() {
        labels = Map.of();
    }

    /** A check that warns of labels that the models never give. */
    public OrganizationCheck(TextAnalyzer analyzer) {
        labels = new HashMap<>();
        for (Head head : Head.values()) {
            labels.put("analysis." + ConditionSchema.name(head) + ".label", analyzer.labels(head));
        }
    }

    /** Everything that is wrong or doubtful; the configuration can be used when there is no error among it. */
    public List<ConfigurationProblem> check(OrganizationConfiguration configuration) {
        List<ConfigurationProblem> problems = new ArrayList<>(new PartsCheck(configuration).problems());
        problems.addAll(new WorkflowsCheck(configuration).problems());
        RulesCheck rules = new RulesCheck(configuration, conditions, labels);
        problems.addAll(rules.problems());
        if (problems.stream().noneMatch(ConfigurationProblem::isError)) {
            problems.addAll(new ServiceCheck(configuration, rules.compiled()).problems());
            problems.addAll(new MoveCheck(configuration).problems());
            problems.addAll(engineRefusal(configuration));
        }
        return problems;
    }

    /** What the engine itself would refuse: nothing may pass this check and fail there. */
    private static List<ConfigurationProblem> engineRefusal(OrganizationConfiguration configuration) {
        try {
            ConfigurationCheck.check(configuration);
            RequirementSets.possible(configuration, MAX_REQUIREMENT_SETS);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(ConfigurationProblem.error("", String.valueOf(e.getMessage())));
        }
    }
}
