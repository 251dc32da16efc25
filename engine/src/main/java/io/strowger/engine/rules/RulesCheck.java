package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.rules.Compilation.Certainty;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.LabelUse;
import io.strowger.engine.rules.Compilation.Refused;
import io.strowger.engine.rules.ConfigurationProblem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the rules' conditions are right, and whether each rule has a chance. */
final class RulesCheck {
    private final List<RuleConfiguration> rules;
    private final Map<String, List<String>> labels;
    private final List<@Nullable Compiled> compiled = new ArrayList<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /**
     * @param labels the labels that the models give, by the variable; empty where they are not known
     */
    RulesCheck(
            OrganizationConfiguration configuration, ConditionCompiler conditions, Map<String, List<String>> labels) {
        this.rules = configuration.rules();
        this.labels = labels;
        for (int index = 0; index < rules.size(); index++) {
            Compilation compilation = conditions.compile(rules.get(index).condition());
            if (compilation instanceof Refused refused) {
                RuleProblem problem = refused.problem();
                problems.add(new ConfigurationProblem(
                        Severity.ERROR, when(index), problem.line(), problem.column(), problem.sentence()));
            }
            compiled.add(compilation instanceof Compiled result ? result : null);
        }
    }

    /** The compiled conditions in the order of the rules; null for one that is wrong. */
    List<@Nullable Compiled> compiled() {
        return compiled;
    }

    List<ConfigurationProblem> problems() {
        boolean anyChance = rules.isEmpty();
        for (int index = 0; index < rules.size(); index++) {
            Compiled condition = compiled.get(index);
            anyChance |= condition == null || condition.certainty() != Certainty.NEVER;
            if (condition != null) {
                never(index, condition);
                labels(index, condition);
            }
        }
        if (!anyChance) {
            problems.add(ConfigurationProblem.error("rules", "no message can match any rule"));
        }
        shadowed();
        return problems;
    }

    private void never(int index, Compiled condition) {
        if (condition.certainty() == Certainty.NEVER) {
            problems.add(ConfigurationProblem.warning(
                    when(index),
                    "rule " + rules.get(index).id() + " can never hold: its condition contradicts itself"));
        }
    }

    private void labels(int index, Compiled condition) {
        for (LabelUse use : condition.labels()) {
            List<String> known = labels.getOrDefault(use.path(), List.of());
            if (!known.isEmpty() && !known.contains(use.label())) {
                String message = "the models never say " + use.path() + " is " + use.label();
                problems.add(new ConfigurationProblem(
                        Severity.WARNING,
                        when(index),
                        use.line(),
                        use.column(),
                        message + Suggestion.clause(use.label(), known)));
            }
        }
    }

    /** Rules that no message comes to. */
    private void shadowed() {
        Map<String, String> ending = new HashMap<>();
        String always = null;
        for (int index = 0; index < rules.size(); index++) {
            RuleConfiguration rule = rules.get(index);
            Compiled condition = compiled.get(index);
            String same = ending.get(rule.condition().strip());
            if (always != null) {
                problems.add(ConfigurationProblem.warning(
                        "rules[" + index + "]",
                        "rule " + rule.id() + " is never tried: rule " + always
                                + " before it holds for every message"));
            } else if (same != null) {
                problems.add(ConfigurationProblem.warning(
                        when(index), "rule " + rule.id() + " never decides: rule " + same + " has the same condition"));
            }
            if (!rule.continues() && condition != null) {
                ending.putIfAbsent(rule.condition().strip(), rule.id());
                always = always == null && condition.certainty() == Certainty.ALWAYS ? rule.id() : always;
            }
        }
    }

    private static String when(int index) {
        return "rules[" + index + "].when";
    }
}
