package io.strowger.verticles.identity;

/** What a request needs. */
public enum Permission {
    SEND_MESSAGES("send messages"),
    READ("read"),
    HANDLE_CONVERSATIONS("change conversations"),
    CONFIGURE("change the configuration"),
    AGENT_SESSION("open an agent session");

    private final String action;

    Permission(String action) {
        this.action = action;
    }

    /** What it permits, to complete the sentence "the token does not permit to ...". */
    public String action() {
        return action;
    }

    boolean isGrantedBy(Role role) {
        return switch (role) {
            case ADMIN -> true;
            case INTEGRATOR -> this == SEND_MESSAGES || this == READ;
            case AGENT -> this == AGENT_SESSION;
        };
    }
}
