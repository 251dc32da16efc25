package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.rules.RequirementSets;
import io.strowger.engine.rules.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many signatures a configuration can lead to: those of its queues and rules, and those that conversations have. Cold. */
final class SignatureDemand {
    private SignatureDemand() {}

    /**
     * Refuses a configuration that could lead to too many.
     *
     * @param organization its present state, null for a new one
     * @throws IllegalArgumentException when there can be too many; says how many at least
     */
    static void check(
            OrganizationConfiguration configuration, @Nullable OrganizationState organization, int maxSignatures) {
        Set<List<Object>> signatures = new HashSet<>();
        Set<Object> capacities = new HashSet<>();
        for (ChannelConfiguration channel : configuration.channels()) {
            capacities.add(capacity(channel));
        }
        RequirementSets.possible(configuration, maxSignatures).forEach(requirements -> {
            List<Requirement> present = requirements;
            for (long after = Requirements.relaxAfterNanos(present);
                    after > 0;
                    after = Requirements.relaxAfterNanos(present)) {
                add(capacities, present, signatures);
                present = Requirements.relaxed(present, after);
            }
            add(capacities, present, signatures);
        });
        if (organization != null) {
            addLive(configuration, organization, signatures);
        }
        if (signatures.size() > maxSignatures) {
            throw new IllegalArgumentException("queues, rules, channels and waiting conversations can lead to "
                    + signatures.size() + " combinations of requirements and capacity, the limit is " + maxSignatures
                    + ": let fewer rules continue, or give channels the same cost and maximum");
        }
    }

    private static void add(Set<Object> capacities, List<Requirement> requirements, Set<List<Object>> signatures) {
        String canonical = Terms.canonical(requirements).toText();
        capacities.forEach(capacity -> signatures.add(List.of(capacity, canonical)));
    }

    private static void addLive(
            OrganizationConfiguration configuration, OrganizationState organization, Set<List<Object>> signatures) {
        organization.conversations.forEach(conversation -> {
            Signature signature = conversation.signature;
            if (signature != null) {
                ChannelConfiguration present = organization.channels[conversation.channel].configuration;
                signatures.add(List.of(capacity(next(configuration, present)), signature.requirements.toText()));
            }
        });
    }

    private static ChannelConfiguration next(OrganizationConfiguration configuration, ChannelConfiguration present) {
        for (ChannelConfiguration channel : configuration.channels()) {
            if (channel.id().equals(present.id())) {
                return channel;
            }
        }
        return present;
    }

    private static List<Object> capacity(ChannelConfiguration channel) {
        return List.of(channel.kind(), channel.cost(), channel.maxPerAgent(), channel.interrupts());
    }
}
