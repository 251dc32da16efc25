package io.strowger.engine.pipeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whose model analyzes whose messages, on one analyzing thread. Immutable: a change makes another one. */
final class ModelsInForce {
    private final ModelChoice byDefault;
    private final @Nullable ModelChoice[] byOrganization;

    private ModelsInForce(ModelChoice byDefault, @Nullable ModelChoice[] byOrganization) {
        this.byDefault = byDefault;
        this.byOrganization = byOrganization;
    }

    /** One choice for everybody. */
    static ModelsInForce everywhere(ModelChoice byDefault) {
        return new ModelsInForce(byDefault, new ModelChoice[0]);
    }

    /** These, with another choice for an organization; null for the default. */
    ModelsInForce with(int organization, @Nullable ModelChoice choice) {
        @Nullable
        ModelChoice[] changed = Arrays.copyOf(byOrganization, Math.max(byOrganization.length, organization + 1));
        changed[organization] = choice;
        return new ModelsInForce(byDefault, changed);
    }

    /** These, with another default. */
    ModelsInForce withDefault(ModelChoice choice) {
        return new ModelsInForce(choice, byOrganization);
    }

    /** The choice for an organization's messages. */
    ModelChoice of(int organization) {
        if (organization < 0 || organization >= byOrganization.length) {
            return byDefault;
        }
        ModelChoice own = byOrganization[organization];
        return own == null ? byDefault : own;
    }
}
