package io.strowger.engine.routing;

import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Strategy;
import java.util.Arrays;

/** That an agent serves a queue, with the seats that the agent has there. Rebuilt with each configuration. */
final class Membership {
    final AgentState agent;
    final QueueState queue;

    /** The smaller, the more the agent belongs there. */
    final int tier;

    /** Which of the queue's delays the agent has, 0 for none. */
    final int level;

    final Strategy strategy;
    private Seat[] seats = {};

    /** Whether the queue counts the agent among those who can take something. */
    private boolean ready;

    Membership(AgentState agent, QueueState queue, QueueTerms terms) {
        this.agent = agent;
        this.queue = queue;
        this.tier = terms.tier();
        this.level = queue.rows.level(terms.delayNanos());
        this.strategy = queue.configuration.strategy();
        for (int lane = 0; lane < lanes().count(); lane++) {
            if (lanes().has(lane)) {
                add(new Seat(this, lane, 0));
            }
        }
    }

    /** The rows where the agent's seats are. */
    SeatLanes lanes() {
        return queue.rows.seats(level);
    }

    /** Gives the agent a seat in the row of a signature. */
    void sit(Signature signature) {
        Seat seat = new Seat(
                this,
                signature.number,
                Score.of(agent, signature, queue.configuration.matching().fit()));
        add(seat);
        seat.refresh(true);
    }

    private void add(Seat seat) {
        seats = Arrays.copyOf(seats, seats.length + 1);
        seats[seats.length - 1] = seat;
    }

    /** Moves the agent's seats to where they belong now. */
    void refresh(boolean changed) {
        if (ready != agent.takesAny) {
            ready = !ready;
            queue.rows.countReady(ready ? 1 : -1);
        }
        for (Seat seat : seats) {
            seat.refresh(changed);
        }
    }

    /** The agent's key for a conversation under the queue's strategy: smaller first. */
    long strategyKey(Signature signature, long now) {
        return switch (strategy) {
            case FEWEST_TODAY -> agent.share.rate(now);
            case RANDOM -> agent.organization.generator;
            case BEST_SCORE ->
                -Score.of(agent, signature, queue.configuration.matching().fit());
            default -> key(lanes().laneOf(signature));
        };
    }

    /** The key by which the agent stands in one of the queue's rows of all or of a kind of channel. */
    long key(int lane) {
        return switch (strategy) {
            case LONGEST_IDLE -> agent.idleSince;
            // Exact: capacities are at most 65,535, so different shares differ by more than 2^-32.
            case LEAST_LOADED -> ((long) agent.used << Integer.SIZE) / agent.configuration.capacity();
            case MOST_SPARE -> (long) agent.used - agent.configuration.capacity();
            case FEWEST_ACTIVE -> agent.heldByKind[lane];
            case ROUND_ROBIN -> agent.turns.of(queue.index);
            // Those who got nothing are equal, whatever their time.
            case FEWEST_TODAY -> agent.share.assignments == 0 ? 0 : agent.share.baseMicros();
            case RANDOM, BEST_SCORE -> 0;
        };
    }
}
