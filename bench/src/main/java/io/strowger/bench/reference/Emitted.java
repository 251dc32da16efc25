package io.strowger.bench.reference;

import io.strowger.engine.event.DomainEvent;

/**
 * An event of a command.
 *
 * @param organization number of the organization; 0 when it belongs to none
 * @param event what happened
 */
public record Emitted(int organization, DomainEvent event) {}
