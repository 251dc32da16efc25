package io.strowger.engine.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an exception rule does.
 *
 * @param kind what
 * @param value the priority, or the nanoseconds of age; else 0
 * @param queue id of the queue to move to, else null
 * @param keepsAge of a move: whether the conversation's age counts on
 * @param skills which skills are relaxed; none for all
 * @param requirements which are added
 * @param text for those who carry it out; may be empty
 */
public record ExceptionAction(
        ActionKind kind,
        long value,
        @Nullable String queue,
        boolean keepsAge,
        List<String> skills,
        List<Requirement> requirements,
        String text) {
    public ExceptionAction {
        skills = List.copyOf(skills);
        requirements = List.copyOf(requirements);
    }

    /** An action that needs a number at most. */
    public static ExceptionAction of(ActionKind kind, long value) {
        return new ExceptionAction(kind, value, null, true, List.of(), List.of(), "");
    }

    /** An action with a text for those who carry it out. */
    public static ExceptionAction of(ActionKind kind, String text) {
        return new ExceptionAction(kind, 0, null, true, List.of(), List.of(), text);
    }

    /** A move. */
    public static ExceptionAction move(String queue, boolean keepsAge) {
        return new ExceptionAction(ActionKind.MOVE, 0, queue, keepsAge, List.of(), List.of(), "");
    }

    /** Skills become wishes; none given: all. */
    public static ExceptionAction relax(List<String> skills) {
        return new ExceptionAction(ActionKind.RELAX, 0, null, true, skills, List.of(), "");
    }

    /** More is asked of an agent. */
    public static ExceptionAction require(List<Requirement> requirements) {
        return new ExceptionAction(ActionKind.ADD_REQUIREMENT, 0, null, true, List.of(), requirements, "");
    }
}
