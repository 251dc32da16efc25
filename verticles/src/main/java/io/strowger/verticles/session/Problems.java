package io.strowger.verticles.session;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.Decision;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.ingress.MessageIngress;
import org.jspecify.annotations.Nullable;

/** What the engine's refusals and outcomes are to a caller. Stateless: any thread. */
public final class Problems {
    /** Seconds after which a caller may try again, for {@code Retry-After}. */
    public static final int RETRY_AFTER_SECONDS = 1;

    private static final Problem FULL =
            Problem.of(ProblemType.OVERLOADED, "too many messages are on their way; send this again in a second");
    private static final Problem CLOSED =
            Problem.of(ProblemType.CLOSED, "the server is starting or stopping; send this again with the same id");
    private static final Problem TOO_LARGE =
            Problem.of(ProblemType.BODY_TOO_LARGE, "the text with all its fields is larger than the engine takes");
    private static final Problem LIMIT = Problem.of(
            ProblemType.ORGANIZATION_LIMIT,
            "the organization has used up its messages for this second (limits.messagesPerSecond); send this again later");
    private static final Problem JOURNAL_FULL = Problem.of(
            ProblemType.JOURNAL_FULL, "the server's disk has no room for further work; send this again later");
    private static final Problem UNKNOWN = Problem.of(
            ProblemType.OUTCOME_UNKNOWN,
            "the server failed before this was durable; send it again with the same id, then it counts once");
    private static final Problem NO_ORGANIZATION =
            Problem.of(ProblemType.UNKNOWN_ORGANIZATION, "the token's organization is not configured here");
    private static final Problem NO_CHANNEL = Problem.of(
            ProblemType.UNKNOWN_CHANNEL,
            "channel",
            "the organization has no channel of that name; configure it, or send one of those it has");
    private static final Problem STALE = Problem.of(
            ProblemType.STALE_VERSION, "the configuration was changed meanwhile; read it again and repeat the change");
    private static final Problem NOT_FOUND =
            Problem.of(ProblemType.NOT_FOUND, "the organization has no such agent, offer, conversation or queue");

    private Problems() {}

    /** The problem for one of the {@code REFUSED_} codes. */
    public static Problem ofRefusal(long code) {
        if (code == MessageIngress.REFUSED_FULL) {
            return FULL;
        }
        if (code == MessageIngress.REFUSED_TOO_LARGE) {
            return TOO_LARGE;
        }
        if (code == MessageIngress.REFUSED_ORGANIZATION_LIMIT) {
            return LIMIT;
        }
        return code == MessageIngress.REFUSED_JOURNAL_FULL ? JOURNAL_FULL : CLOSED;
    }

    /** The problem in an answer of the engine; null when the command took effect. */
    public static @Nullable Problem of(Decision decision) {
        return switch (decision.outcome) {
            case DONE, UNCHANGED, DUPLICATE -> null;
            case UNKNOWN_ORGANIZATION -> NO_ORGANIZATION;
            case UNKNOWN_CHANNEL -> NO_CHANNEL;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> Problem.of(ProblemType.CONFLICT, conflict(decision));
            case STALE_VERSION -> decision.conversation == 0 ? STALE : staleConversation(decision);
            case INVALID -> Problem.of(ProblemType.INVALID_COMMAND, decision.detail);
            case TOO_LARGE -> TOO_LARGE;
            case NONE, UNKNOWN -> UNKNOWN;
        };
    }

    private static Problem staleConversation(Decision decision) {
        return Problem.of(
                ProblemType.STALE_VERSION,
                "the conversation was changed meanwhile: its version is " + decision.conversationVersion
                        + "; read it again and decide anew");
    }

    private static String conflict(Decision decision) {
        if (!decision.detail.isEmpty()) {
            return decision.detail;
        }
        return decision.state == RouteState.NONE
                ? "this is not possible any more"
                : "this is not possible now: the conversation is " + AnswerWriter.state(decision.state);
    }
}
