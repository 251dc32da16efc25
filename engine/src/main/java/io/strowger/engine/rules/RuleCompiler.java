package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;

/** Turns an organization's rules into a form that the deciding thread evaluates. Cold: called when a configuration is saved, and once an organization after a start. */
@FunctionalInterface
public interface RuleCompiler {
    /**
     * Compiles all rules of a configuration, whose names and numbers were checked before.
     *
     * @throws IllegalArgumentException when a rule can't be compiled; the message names the rule, says what is wrong with
     *     it and what to do
     */
    RuleSet compile(OrganizationConfiguration configuration);
}
