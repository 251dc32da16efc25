package io.strowger.bench.reference;

import io.strowger.engine.command.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reference makes of one command. */
public final class Answer {
    /** The answer; its detail is always empty. */
    public final Decision decision = new Decision();

    /** The events, in their order; without any there is no record. */
    public List<Emitted> events = List.of();

    /** The conversation whose standing the answer tells. */
    @Nullable
    Conversation about;
}
