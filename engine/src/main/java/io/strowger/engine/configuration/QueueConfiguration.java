package io.strowger.engine.configuration;

import java.util.List;

/**
 * A queue: waiting conversations of one organization with one policy.
 *
 * @param id the queue's name in rules and answers
 * @param name what people read
 * @param order which conversation comes first
 * @param nanosPerPoint with {@link OrderPolicy#AGED}: what a point of priority is worth, in nanoseconds of waiting
 * @param strategy which agent comes first
 * @param priority the priority of conversations whose rule sets none, 0 to 1000
 * @param requirements what every conversation in it asks of an agent
 * @param offerTimeoutNanos how long an offer waits for its answer
 * @param wrapUpNanos how long after-work takes at most; 0 for none
 * @param autoAccept whether agents are assigned without an offer
 * @param matching the finer points of who is asked
 * @param bound how many may wait in it
 * @param batch how conversations and agents collect before they are brought together
 * @param service when and how fast it serves
 * @param offering how its conversations come to agents
 */
public record QueueConfiguration(
        String id,
        String name,
        OrderPolicy order,
        long nanosPerPoint,
        Strategy strategy,
        int priority,
        List<Requirement> requirements,
        long offerTimeoutNanos,
        long wrapUpNanos,
        boolean autoAccept,
        QueueMatching matching,
        QueueBound bound,
        QueueBatch batch,
        QueueService service,
        QueueOffering offering) {
    public QueueConfiguration {
        requirements = List.copyOf(requirements);
    }

    /** A queue with the usual {@link QueueMatching} and without a bound. */
    public QueueConfiguration(
            String id,
            String name,
            OrderPolicy order,
            long nanosPerPoint,
            Strategy strategy,
            int priority,
            List<Requirement> requirements,
            long offerTimeoutNanos,
            long wrapUpNanos,
            boolean autoAccept) {
        this(
                id,
                name,
                order,
                nanosPerPoint,
                strategy,
                priority,
                requirements,
                offerTimeoutNanos,
                wrapUpNanos,
                autoAccept,
                QueueMatching.USUAL,
                QueueBound.NONE,
                QueueBatch.NONE,
                QueueService.USUAL,
                QueueOffering.USUAL);
    }

    /** A queue without a bound. */
    public QueueConfiguration(
            String id,
            String name,
            OrderPolicy order,
            long nanosPerPoint,
            Strategy strategy,
            int priority,
            List<Requirement> requirements,
            long offerTimeoutNanos,
            long wrapUpNanos,
            boolean autoAccept,
            QueueMatching matching) {
        this(
                id,
                name,
                order,
                nanosPerPoint,
                strategy,
                priority,
                requirements,
                offerTimeoutNanos,
                wrapUpNanos,
                autoAccept,
                matching,
                QueueBound.NONE,
                QueueBatch.NONE,
                QueueService.USUAL,
                QueueOffering.USUAL);
    }

    /** A queue whose conversations are offered, or assigned, at any time. */
    public QueueConfiguration(
            String id,
            String name,
            OrderPolicy order,
            long nanosPerPoint,
            Strategy strategy,
            int priority,
            List<Requirement> requirements,
            long offerTimeoutNanos,
            long wrapUpNanos,
            boolean autoAccept,
            QueueMatching matching,
            QueueBound bound,
            QueueBatch batch) {
        this(
                id,
                name,
                order,
                nanosPerPoint,
                strategy,
                priority,
                requirements,
                offerTimeoutNanos,
                wrapUpNanos,
                autoAccept,
                matching,
                bound,
                batch,
                QueueService.USUAL,
                QueueOffering.USUAL);
    }

    /** The same with another way to choose agents. */
    public QueueConfiguration with(Strategy other) {
        return with(other, matching, bound, batch, service, offering);
    }

    /** The same with other finer points of who is asked. */
    public QueueConfiguration with(QueueMatching other) {
        return with(strategy, other, bound, batch, service, offering);
    }

    /** The same with another bound. */
    public QueueConfiguration with(QueueBound other) {
        return with(strategy, matching, other, batch, service, offering);
    }

    /** The same with other batches. */
    public QueueConfiguration with(QueueBatch other) {
        return with(strategy, matching, bound, other, service, offering);
    }

    /** The same with other hours and targets. */
    public QueueConfiguration with(QueueService other) {
        return with(strategy, matching, bound, batch, other, offering);
    }

    /** The same whose conversations come to agents otherwise. */
    public QueueConfiguration with(QueueOffering other) {
        return with(strategy, matching, bound, batch, service, other);
    }

    private QueueConfiguration with(
            Strategy otherStrategy,
            QueueMatching otherMatching,
            QueueBound otherBound,
            QueueBatch otherBatch,
            QueueService otherService,
            QueueOffering otherOffering) {
        return new QueueConfiguration(
                id,
                name,
                order,
                nanosPerPoint,
                otherStrategy,
                priority,
                requirements,
                offerTimeoutNanos,
                wrapUpNanos,
                autoAccept,
                otherMatching,
                otherBound,
                otherBatch,
                otherService,
                otherOffering);
    }
}
