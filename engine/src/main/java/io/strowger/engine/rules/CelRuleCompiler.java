package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles rules written in CEL. Remembers what it compiled, so that a changed configuration costs the deciding thread only
 * its changed rules. Used by one thread at a time.
 */
public final class CelRuleCompiler implements RuleCompiler {
    private static final int MAX_REMEMBERED = 10_000;

    private final ConditionCompiler conditions = new ConditionCompiler();
    private final Map<String, Condition> remembered = new HashMap<>();

    @Override
    public RuleSet compile(OrganizationConfiguration configuration) {
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.clear();
        }
        List<Condition> compiled = new ArrayList<>();
        for (RuleConfiguration rule : configuration.rules()) {
            Condition known = remembered.get(rule.condition());
            compiled.add(known == null ? condition(rule) : known);
        }
        return new RuleSet(configuration, compiled);
    }

    private Condition condition(RuleConfiguration rule) {
        Compilation compilation = conditions.compile(rule.condition());
        if (compilation instanceof Compiled compiled) {
            remembered.put(rule.condition(), compiled.condition());
            return compiled.condition();
        }
        throw new IllegalArgumentException("rule " + rule.id() + ": " + ((Refused) compilation).problem());
    }
}
