package io.strowger.engine.explain;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.explain.RoutingStep.Broken;
import io.strowger.engine.explain.RoutingStep.Chosen;
import io.strowger.engine.explain.RoutingStep.Queued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says explanations in sentences, for people. Stateless: any thread. */
public final class ExplanationText {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private ExplanationText() {}

    /** What was decided, in a sentence. */
    public static String of(RoutingStep step) {
        if (step instanceof Broken broken) {
            return promise(broken.promise()).stripLeading();
        }
        return step instanceof Queued queued ? queued(queued) : chosen((Chosen) step);
    }

    private static String queued(Queued step) {
        StringBuilder text = new StringBuilder("Queued in ")
                .append(step.queue())
                .append(" with priority ")
                .append(step.priority())
                .append(", because ")
                .append(reason(step.reason()))
                .append(step.rule() == null ? "no rule sends it elsewhere" : "rule " + step.rule() + " holds");
        if (!step.requirements().isEmpty()) {
            text.append("; it needs somebody with ").append(skills(step.requirements()));
        }
        if (step.preferredAgent() != null) {
            text.append("; ").append(step.preferredAgent()).append(" is asked first");
        }
        return text.append('.').toString();
    }

    private static String reason(QueueReason reason) {
        return switch (reason) {
            case ARRIVED -> "";
            case REOPENED -> "a message reopened it and ";
            case RESCORED -> "a further message changed where it belongs and ";
            case REQUEUED -> "it came back from its agent and ";
            case TRANSFERRED -> "it was transferred and ";
            case RESUMED -> "it was no longer to be parked and ";
            case MOVED -> "its queue was taken out of the configuration and ";
            case RECLASSIFIED -> "the deep models understood it otherwise and ";
            case UPDATED -> "more became known about it and ";
            case WOKEN -> "the customer answered while its agent had no time, and ";
            case STARTED -> "its scheduled time came and ";
            case CUSTOMER_RETURNED -> "the customer who had left came back and ";
            case OPENED -> "its queue opened and ";
            case CLOSED -> "the queue where it waited closed and ";
            case STEPPED -> "its next step came and ";
            case ESCALATED -> "an exception rule acted and ";
        };
    }

    private static String chosen(Chosen step) {
        String start = (step.assigned() ? "Given to " : "Offered to ") + step.agent();
        return switch (step.decidedBy()) {
            case ONLY_ONE -> start + ": " + step.decidedBy().words() + ".";
            case PREFERENCE, RECYCLED -> start + ", because " + step.decidedBy().words() + ".";
            case BATCH -> start + batch(step.batch());
            case PICKED -> start + ", who picked it.";
            case CHOSEN -> start + ", chosen by " + step.decidedBy().words() + ".";
            default ->
                start + ", first of " + (step.moreCandidates() ? "more than " : "")
                        + step.candidates().size() + " by " + step.decidedBy().words() + strategy(step) + next(step)
                        + ".";
        };
    }

    private static String batch(@Nullable BatchFacts batch) {
        if (batch == null) {
            return ".";
        }
        String text = ", in a batch of " + count(batch.conversations(), "conversation") + " and "
                + count(batch.agents(), "agent") + ": " + count(batch.pairs(), "pair") + " at the least cost, "
                + batch.cost() + " together, " + batch.pairCost() + " for this one.";
        if (batch.isGreedy()) {
            return text;
        }
        return text + " One after the other, there would have been " + count(batch.greedyPairs(), "pair") + " at "
                + batch.greedyCost() + ", and "
                + (batch.greedyAgent() == null ? "nobody would" : batch.greedyAgent() + " would") + " have got it.";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String strategy(Chosen step) {
        boolean named = step.decidedBy() == DecidedBy.STRATEGY;
        return named ? ", " + step.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-') : "";
    }

    private static String next(Chosen step) {
        return step.candidates().stream()
                .map(Candidate::agent)
                .filter(agent -> !agent.equals(step.agent()))
                .findFirst()
                .map(agent -> "; then came " + agent)
                .orElse("");
    }

    /** Why it waits, in some sentences. */
    public static String of(WaitingReport report) {
        if (!report.isWaiting()) {
            return "It does not wait: it is "
                    + report.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        }
        StringBuilder text = new StringBuilder("Waits in ")
                .append(report.queue())
                .append(", place ")
                .append(report.position())
                .append(" of ")
                .append(report.waiting())
                .append(", priority ")
                .append(report.priority())
                .append('.');
        if (report.preferredAgent() != null) {
            text.append(" It waits for ").append(report.preferredAgent()).append(" first.");
        }
        text.append(expectation(report));
        report.promises().forEach(promise -> text.append(promise(promise)));
        text.append(' ').append(agents(report));
        return text.append(
                        report.nextChangeAt() == 0
                                ? " Nothing of that ends by itself."
                                : " The first of that ends at " + time(report.nextChangeAt()) + ".")
                .toString();
    }

    private static String promise(Promise promise) {
        boolean isOver = promise.status() == SlaStatus.BREACHED;
        if (promise.dueAt() == 0 || !isOver && promise.status() != SlaStatus.RUNNING) {
            return "";
        }
        String what = switch (promise.clock()) {
            case TIME_TO_ASSIGN -> " An agent";
            case FIRST_RESPONSE -> " A first answer";
            case NEXT_RESPONSE -> " An answer";
            case RESOLUTION -> " The end";
        };
        return what
                + (isOver ? " was promised by " : " is promised by ")
                + time(promise.dueAt())
                + (isOver ? ", and is late." : ".");
    }

    private static String expectation(WaitingReport report) {
        WaitEstimate estimate = report.estimate();
        return estimate == null || !estimate.isKnown()
                ? ""
                : " Expected to wait " + duration(estimate.medianNanos())
                        + " from now, nine of ten times no longer than " + duration(estimate.ninetiethNanos()) + ".";
    }

    /** A duration for people: its two largest units. */
    public static String duration(long nanos) {
        long seconds = nanos / SECOND_NANOS;
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " min " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String agents(WaitingReport report) {
        if (report.agents().isEmpty()) {
            return "No agent serves the queue.";
        }
        List<String> parts = new ArrayList<>();
        report.counts()
                .forEach((hindrance, count) -> parts.add(count + " " + hindrance.words()
                        + (hindrance == Hindrance.SKILL ? " (" + missing(report) + ")" : "")));
        int size = report.agents().size();
        return (size == 1 ? "1 agent serves" : size + " agents serve") + " the queue: " + String.join(", ", parts)
                + ".";
    }

    private static String missing(WaitingReport report) {
        return report.agents().stream()
                .filter(each -> each.hindrance() == Hindrance.SKILL)
                .map(each -> each.skill() + " " + each.needed())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Why an agent gets it or does not, in a sentence. */
    public static String of(AgentVerdict verdict) {
        String agent = verdict.agent();
        return switch (verdict.hindrance()) {
            case NOT_IN_QUEUE -> agent + " does not serve its queue.";
            case OFFLINE -> agent + " is offline.";
            case CONNECTION_LOST -> agent + " has lost the connection.";
            case AWAY -> agent + " is away.";
            case DRAINING -> agent + " takes nothing new.";
            case NOT_RESPONDING -> agent + " let offers expire and counts as not responding.";
            case SKILL ->
                agent + " would need " + verdict.skill() + " " + verdict.needed() + ", and has "
                        + (verdict.has() == 0 ? "none" : String.valueOf(verdict.has())) + ".";
            case SKILL_UNWANTED ->
                verdict.needed() == Requirement.WITHOUT
                        ? "Whoever has " + verdict.skill() + " is kept away, as " + agent + " is."
                        : agent + " has " + verdict.skill() + " " + verdict.has() + ", and at most " + verdict.needed()
                                + " is wanted.";
            case PREFERENCE -> "Until " + time(verdict.until()) + " it waits for somebody else, not for " + agent + ".";
            case KIND_OFF -> agent + " does not take this kind of channel.";
            case WINDOW_FULL ->
                agent + " got " + verdict.has() + " of at most " + verdict.needed() + " until " + time(verdict.until())
                        + ".";
            case CAPACITY ->
                agent + " has no room: it takes " + verdict.needed() + ", and " + Math.max(0, verdict.has())
                        + " is left.";
            case KIND_FULL ->
                agent + " has " + verdict.has() + " conversations of that kind, and may have " + verdict.needed() + ".";
            case DELAY -> agent + " is asked in its queue only from " + time(verdict.until()) + " on.";
            case EXCLUDED ->
                agent + " declined it, missed it or gave it back, and is not asked before " + time(verdict.until())
                        + ".";
            case ASKED -> agent + " has an offer for it until " + time(verdict.until()) + ".";
            case OTHERS_ASKED -> agent + " could take it, but others are asked first.";
            case COLLECTING ->
                verdict.until() == 0
                        ? agent + " could take it, but its queue matches in batches."
                        : agent + " could take it; its queue brings those who wait and those who are free together at "
                                + time(verdict.until()) + ".";
            case HAS_IT -> agent + " has it.";
            case CAN_PICK -> "Its queue offers nothing: " + agent + " can pick it.";
            case NONE -> "Nothing keeps it from " + agent + ".";
        };
    }

    private static String skills(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::words).collect(Collectors.joining(", "));
    }

    private static String time(long epochNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNanos, SECOND_NANOS)).toString();
    }
}
