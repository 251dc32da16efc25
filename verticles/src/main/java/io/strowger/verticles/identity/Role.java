package io.strowger.verticles.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the bearer of a token may do. */
public enum Role {
    /** Everything in the organization. */
    ADMIN,
    /** Sends messages and reads. */
    INTEGRATOR,
    /** Opens the agent session that the token names, and nothing else. */
    AGENT;

    /** The name in tokens and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with that name, null when there is none. */
    public static @Nullable Role named(String id) {
        for (Role role : values()) {
            if (role.id().equals(id)) {
                return role;
            }
        }
        return null;
    }
}
