package io.strowger.verticles.identity;

import java.util.Set;

/**
 * Who a verified token speaks for. Immutable.
 *
 * @param organization id of the organization
 * @param subject the agent's id for agents, else a name for logs
 * @param roles at least one
 * @param expiresAtSeconds epoch seconds, {@link #NEVER} for a token that does not expire
 */
public record Identity(String organization, String subject, Set<Role> roles, long expiresAtSeconds) {
    /** The expiry of a token that does not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    public Identity {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        for (Role role : roles) {
            if (permission.isGrantedBy(role)) {
                return true;
            }
        }
        return false;
    }
}
