package io.strowger.engine.routing;

import io.strowger.engine.rules.RuleCompiler;
import io.strowger.engine.rules.RuleSet;

/** The organizations' compiled rules. Compiled when a configuration is saved, and anew after a recovery. */
final class RuleSets {
    private final RuleCompiler compiler;

    RuleSets(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    RuleCompiler compiler() {
        return compiler;
    }

    /**
     * The rules of an organization.
     *
     * @throws IllegalStateException when rules that were accepted once can't be compiled any more
     */
    RuleSet of(OrganizationState organization) {
        RuleSet known = organization.rules;
        return known != null ? known : compile(organization);
    }

    private RuleSet compile(OrganizationState organization) {
        try {
            RuleSet compiled = compiler.compile(organization.names.configuration());
            organization.rules = compiled;
            return compiled;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the rules of organization "
                            + organization.names.configuration().id()
                            + " were accepted by another version of this program and are refused by this one: "
                            + e.getMessage(),
                    e);
        }
    }
}
