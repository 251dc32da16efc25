package io.strowger.engine.configuration;

import java.util.List;

/**
 * What an organization does with conversations that wait, beside the steps of its rules.
 *
 * @param exceptions what is done when something happens to them, the most important first
 * @param maxMoves how often steps and exceptions may move a conversation in one stay
 */
public record Workflows(List<ExceptionRule> exceptions, int maxMoves) {
    /** The most exception rules there can be. */
    public static final int MAX_EXCEPTIONS = 256;

    /** What holds for everything that an organization does not set. */
    public static final Workflows NONE = new Workflows(List.of(), 10);

    public Workflows {
        exceptions = List.copyOf(exceptions);
    }
}
