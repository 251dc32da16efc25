package io.strowger.models.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model of the registry.
 *
 * @param version the hash of its content
 * @param directory where it is
 * @param heads the heads that it answers, each with the number of its labels
 * @param origin where the heads come from, for people
 * @param added when it was added, ISO 8601
 * @param organization the id of the organization whose own it is; empty for everybody's
 * @param problem what is wrong with its files, or empty
 */
public record StoredModel(
        String version,
        Path directory,
        Map<String, Integer> heads,
        List<String> origin,
        String added,
        String organization,
        String problem) {
    public StoredModel {
        heads = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(heads));
        origin = List.copyOf(origin);
    }

    /** Whether an organization may use it. */
    public boolean isFor(String organizationId) {
        return organization.isEmpty() || organization.equals(organizationId);
    }
}
