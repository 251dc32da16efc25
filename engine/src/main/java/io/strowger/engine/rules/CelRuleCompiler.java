package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.Refused;
import java.util.ArrayList;
import java.util.List;

/** Compiles rules written in CEL. */
public final class CelRuleCompiler implements RuleCompiler {
    private final ConditionCompiler conditions = new ConditionCompiler();

    @Override
    public RuleSet compile(OrganizationConfiguration configuration) {
        List<Condition> compiled = new ArrayList<>();
        for (RuleConfiguration rule : configuration.rules()) {
            Compilation compilation = conditions.compile(rule.condition());
            if (compilation instanceof Refused refused) {
                throw new IllegalArgumentException("rule " + rule.id() + ": " + refused.problem());
            } else if (compilation instanceof Compiled result) {
                compiled.add(result.condition());
            }
        }
        return new RuleSet(configuration, compiled);
    }
}
