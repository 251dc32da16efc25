package io.strowger.engine.configuration;

/**
 * When an exception rule is set off.
 *
 * @param kind on what
 * @param value how much: nanoseconds, conversations, offers, or ten-thousandths of a sentiment score
 */
public record ExceptionTrigger(TriggerKind kind, long value) {}
