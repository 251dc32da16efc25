package io.strowger.models.explain;

/**
 * A label and how likely it is.
 *
 * @param label the label's name
 * @param confidence the calibrated probability, 0 to 1
 */
public record LabelShare(String label, double confidence) {}
