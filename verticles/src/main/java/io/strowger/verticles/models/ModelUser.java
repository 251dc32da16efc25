package io.strowger.verticles.models;

import io.strowger.engine.ModelAssignment;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.registry.RegistryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who analyzes with the models that are in use: a running engine, or nobody. */
interface ModelUser {
    /** Nobody: the data directory of a server that does not run. */
    ModelUser NOBODY = new ModelUser() {
        @Override
        public boolean knows(String organization) {
            return true;
        }

        @Override
        public void assign(String organization, @Nullable ModelAssignment assignment) {}

        @Override
        public void shadow(String organization, @Nullable LinearModel model) {}

        @Override
        public @Nullable ShadowReport shadowReport(String organization) {
            return null;
        }

        @Override
        public List<String> warnings(String organization, LinearModel model) {
            return List.of();
        }
    };

    /** Whether there is such an organization. */
    boolean knows(String organization);

    /**
     * Has an organization's messages analyzed by other models from now on; null for the default one.
     *
     * @throws RegistryException when that is not possible; then nothing has changed
     */
    void assign(String organization, @Nullable ModelAssignment assignment) throws RegistryException;

    /** An analyzer of a model, to be assigned. */
    default TextAnalyzer analyzer(LinearModel model) {
        return InlineModels.analyzer(model);
    }

    /** Has a model analyze an organization's messages once more, for comparison; null for none. */
    void shadow(String organization, @Nullable LinearModel model);

    /** What the shadow found so far; null when none runs. */
    @Nullable
    ShadowReport shadowReport(String organization);

    /** What an organization's rules ask for and the model never says. */
    List<String> warnings(String organization, LinearModel model);
}
