package io.strowger.engine.routing;

import io.strowger.engine.event.DomainEvent;

/** Follows the events of a router that applies them, with books of its own, and compares. */
interface EventCheck {
    /** Before an event of an organization is applied. */
    default void before(OrganizationState organization, DomainEvent event, long now) {}

    /** After it was. */
    default void after(OrganizationState organization, DomainEvent event, long now) {}

    /** After the last event of a record. */
    default void end(RouterState state) {}
}
