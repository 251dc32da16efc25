package io.strowger.models.evaluate;

/** How often one label was taken for another. */
public record Confusion(String gold, String predicted, int count) {}
