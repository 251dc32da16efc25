package io.strowger.verticles.svg;

/**
 * A place on an axis that is labelled.
 *
 * @param value where
 * @param label what people read there
 */
public record Tick(double value, String label) {}
