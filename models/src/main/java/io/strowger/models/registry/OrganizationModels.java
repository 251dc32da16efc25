package io.strowger.models.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models an organization uses. {@link #DEFAULT} stands for the model of the server's configuration, else the shipped
 * one. Immutable.
 *
 * @param history the models that were in force, the oldest first; the last is in force now
 * @param candidate the model that analyzes a share of the conversations; null for none
 * @param candidateShare that share in ten-thousandths
 * @param shadow the model that analyzes every message once more, for comparison; null for none
 */
public record OrganizationModels(
        List<String> history,
        @Nullable String candidate,
        int candidateShare,
        @Nullable String shadow) {
    /** The server's own model. */
    public static final String DEFAULT = "default";

    /** The most changes that can be taken back. */
    private static final int MAX_HISTORY = 100;

    /** What an organization uses that was never told otherwise. */
    public static final OrganizationModels INITIAL = new OrganizationModels(List.of(DEFAULT), null, 0, null);

    public OrganizationModels {
        history = List.copyOf(history);
        if (history.isEmpty()) {
            throw new IllegalArgumentException("some model has to be in force");
        }
    }

    /** The model in force. */
    public String active() {
        return history.get(history.size() - 1);
    }

    /** Whether a model is in force, shares the conversations, or runs in the shadow. */
    public boolean uses(String version) {
        return routesBy(version) || version.equals(shadow);
    }

    /** Whether a model is in force or shares the conversations. */
    public boolean routesBy(String version) {
        return active().equals(version) || version.equals(candidate);
    }

    /** With another model in force. A split ends, because it compared with the one before. */
    public OrganizationModels activate(String version) {
        if (version.equals(active())) {
            return new OrganizationModels(history, null, 0, shadow);
        }
        List<String> longer = new ArrayList<>(history);
        longer.add(version);
        return new OrganizationModels(
                longer.subList(Math.max(0, longer.size() - MAX_HISTORY), longer.size()), null, 0, shadow);
    }

    /** With the model in force that was before; null when there was none. */
    public @Nullable OrganizationModels rollback() {
        return history.size() == 1
                ? null
                : new OrganizationModels(history.subList(0, history.size() - 1), null, 0, shadow);
    }

    /** With a model for a share of the conversations; null for none. */
    public OrganizationModels split(@Nullable String version, int share) {
        return new OrganizationModels(history, version, version == null ? 0 : share, shadow);
    }

    /** With a model in the shadow; null for none. */
    public OrganizationModels shadow(@Nullable String version) {
        return new OrganizationModels(history, candidate, candidateShare, version);
    }
}
