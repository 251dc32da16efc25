package io.strowger.verticles.config;

import java.time.Duration;

/** What holds for what an organization's document leaves out. */
final class OrganizationDefaults {
    static final int PRIORITY = 50;
    static final int CAPACITY = 100;
    static final int HIGHEST_LEVEL = 100;
    static final Duration POINT_WORTH = Duration.ofMinutes(1);
    static final Duration OFFER_TIMEOUT = Duration.ofSeconds(20);

    private OrganizationDefaults() {}
}
