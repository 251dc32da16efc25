package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;

/** Compiles rules written in CEL. */
public final class CelRuleCompiler implements RuleCompiler {
    @Override
    public RuleSet compile(OrganizationConfiguration configuration) {
        throw new IllegalArgumentException("rules in CEL are not compiled yet");
    }
}
