package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.rules.Compilation.Certainty;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.LabelUse;
import io.strowger.engine.rules.Compilation.Refused;
import io.strowger.engine.rules.ConfigurationProblem.Severity;
import java.util.ArrayList;
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
                    "rule " + rules.get(index).id() + " can never hold: its condition contradicts itself"
                            + possible(rules.get(index).condition())));
        }
    }

    /** What somebody may have taken for a percentage. */
    private static String possible(String condition) {
        return condition.contains(".confidence") || condition.contains(".score")
                ? "; a confidence is 0 to 1, the sentiment's score -1 to 1"
                : "";
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

    /** Rules that no message comes to, because one before them takes all that they could take. */
    private void shadowed() {
        List<Integer> ending = new ArrayList<>();
        String always = null;
        for (int index = 0; index < rules.size(); index++) {
            RuleConfiguration rule = rules.get(index);
            Compiled condition = compiled.get(index);
            if (always != null) {
                problems.add(ConfigurationProblem.warning(
                        "rules[" + index + "]",
                        "rule " + rule.id() + " is never tried: rule " + always
                                + " before it holds for every message"));
            } else if (condition != null && condition.certainty() != Certainty.NEVER) {
                shadowed(index, condition, ending);
            }
            if (!rule.continues() && condition != null) {
                ending.add(index);
                always = always == null && condition.certainty() == Certainty.ALWAYS ? rule.id() : always;
            }
        }
    }

    private void shadowed(int index, Compiled condition, List<Integer> ending) {
        for (int earlier : ending) {
            Compiled before = compiled.get(earlier);
            if (before != null && condition.shape().implies(before.shape())) {
                boolean isSame = before.shape().implies(condition.shape());
                problems.add(ConfigurationProblem.warning(
                        when(index),
                        "rule " + rules.get(index).id() + " never decides: rule "
                                + rules.get(earlier).id()
                                + (isSame ? " has the same condition" : " before it holds whenever it would")));
                return;
            }
        }
    }

    private static String when(int index) {
        return "rules[" + index + "].when";
    }
}
