package io.strowger.engine.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the agents of a journal answered offers and handled conversations. Filled by {@link Recording}; one thread. */
final class Habits {
    /** A conversation of the journal and an agent's id. */
    record Pair(long conversation, String agent) {}

    /** What an agent did with an offer; no answer at all is one, too. */
    static final class Answer {
        final long offeredAt;
        boolean isGiven;
        boolean isAccepted;
        long afterNanos;
        /** How long after a declined offer the agent wanted to be asked again, 0 for the usual time. */
        long retryNanos;
        /** Of the answer's record: what happened at the same instant happened in this order. */
        long sequence;

        Answer(long offeredAt) {
            this.offeredAt = offeredAt;
        }
    }

    /** A command about a conversation that an agent has. */
    record Step(long afterNanos, long sequence, Dependent command) {}

    /** What was done with a conversation while an agent had it. */
    static final class Work {
        final long assignedAt;
        final List<Step> steps = new ArrayList<>();

        Work(long assignedAt) {
            this.assignedAt = assignedAt;
        }
    }

    private final Map<Pair, List<Answer>> answers = new HashMap<>();
    private final Map<Pair, List<Work>> works = new HashMap<>();
    private final Map<String, List<Long>> acceptNanos = new HashMap<>();
    private final Map<Long, Long> handlingOf = new HashMap<>();
    private final List<Long> allAcceptNanos = new ArrayList<>();
    private final List<Long> allHandlingNanos = new ArrayList<>();

    void add(Pair pair, Answer answer) {
        answers.computeIfAbsent(pair, key -> new ArrayList<>(1)).add(answer);
    }

    void add(Pair pair, Work work) {
        works.computeIfAbsent(pair, key -> new ArrayList<>(1)).add(work);
    }

    /** An agent took so long to accept. */
    void accepted(String agent, long nanos) {
        acceptNanos.computeIfAbsent(agent, key -> new ArrayList<>()).add(nanos);
        allAcceptNanos.add(nanos);
    }

    /** A conversation took so long to handle. */
    void handled(long conversation, long nanos) {
        handlingOf.putIfAbsent(conversation, nanos);
        allHandlingNanos.add(nanos);
    }

    /** Sorts what medians are taken of; nothing is added any more. */
    void close() {
        acceptNanos.values().forEach(Collections::sort);
        Collections.sort(allAcceptNanos);
        Collections.sort(allHandlingNanos);
    }

    /** What the agent did with the n-th offer of that conversation, from 0; null when there was none. */
    @Nullable
    Answer answer(Pair pair, int number) {
        List<Answer> all = answers.getOrDefault(pair, List.of());
        return number < all.size() ? all.get(number) : null;
    }

    /** What the agent did when having that conversation for the n-th time, from 0; null when there was no such time. */
    @Nullable
    Work work(Pair pair, int number) {
        List<Work> all = works.getOrDefault(pair, List.of());
        return number < all.size() ? all.get(number) : null;
    }

    /** How long the agent usually takes to accept: the median, or that of all agents. */
    long usualAcceptNanos(String agent) {
        return median(acceptNanos.getOrDefault(agent, allAcceptNanos));
    }

    /** How long the conversation took whoever had it first, or else the median of all. */
    long handlingNanos(long conversation) {
        Long own = handlingOf.get(conversation);
        return own == null ? median(allHandlingNanos) : own;
    }

    private static long median(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
