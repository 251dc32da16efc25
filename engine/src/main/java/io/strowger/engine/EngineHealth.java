package io.strowger.engine;

import org.jspecify.annotations.Nullable;

/**
 * How the engine is.
 *
 * @param open whether messages are taken
 * @param failed whether a stage failed; the engine ends and its state is rebuilt from the journal
 * @param reason in a sentence why it is not open, null when it is
 */
public record EngineHealth(
        boolean open, boolean failed, @Nullable String reason) {}
