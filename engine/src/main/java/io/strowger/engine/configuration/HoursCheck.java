package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the hours of queues: calendars that exist, and ways that end. Cold. */
public final class HoursCheck {
    /** Each is opened in the record that brings the configuration. */
    private static final int MAX_CALENDARS = 256;

    private HoursCheck() {}

    /**
     * Checks calendars and all queues' hours.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static void check(OrganizationConfiguration configuration) {
        int count = configuration.calendars().size();
        if (count > MAX_CALENDARS) {
            throw new IllegalArgumentException(
                    "there are " + count + " calendars, at most " + MAX_CALENDARS + " are taken");
        }
        Set<String> calendars = new HashSet<>();
        for (CalendarConfiguration calendar : configuration.calendars()) {
            if (!calendars.add(calendar.id())) {
                throw new IllegalArgumentException("calendar " + calendar.id() + " is there twice");
            }
        }
        Map<String, QueueConfiguration> byId = BoundCheck.byId(configuration.queues());
        for (QueueConfiguration queue : configuration.queues()) {
            String calendar = queue.service().hours().calendar();
            if (calendar != null && !calendars.contains(calendar)) {
                throw new IllegalArgumentException(
                        "queue " + queue.id() + ", calendar: there is no calendar " + calendar);
            }
            ServiceTargets targets = queue.service().targets();
            for (long target : new long[] {
                targets.timeToAssignNanos(),
                targets.firstResponseNanos(),
                targets.nextResponseNanos(),
                targets.resolutionNanos()
            }) {
                if (target < 0 || target > ServiceTargets.MAX_NANOS) {
                    throw new IllegalArgumentException("queue " + queue.id() + ", targets: " + target
                            + " ns is not between 0 and " + ServiceTargets.MAX_NANOS);
                }
            }
            String problem = problem(queue, byId);
            if (problem != null) {
                throw new IllegalArgumentException("queue " + queue.id() + ", " + problem);
            }
        }
    }

    /** What is wrong with a queue's hours, beginning with the setting; null for nothing. Calendars are not looked at. */
    public static @Nullable String problem(QueueConfiguration queue, Map<String, QueueConfiguration> queues) {
        QueueHours hours = queue.service().hours();
        String closedQueue = hours.closedQueue();
        if (hours.calendar() == null) {
            if (closedQueue != null) {
                return "closedQueue: without calendar the queue is never closed; set it, or leave closedQueue out";
            }
            return null;
        }
        if (hours.whenClosed() == WhenClosed.MOVE) {
            if (closedQueue == null) {
                return "closedQueue: with whenClosed move it must say to which queue";
            }
            return leadsTo(closedQueue, queue.id(), queues);
        }
        return closedQueue == null ? null : "closedQueue: it counts with whenClosed move only";
    }

    /** Follows closed queues and overflows, in every combination, so that no arrival goes round for ever. */
    private static @Nullable String leadsTo(String closedQueue, String origin, Map<String, QueueConfiguration> queues) {
        Set<String> passed = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(closedQueue));
        while (!ahead.isEmpty()) {
            String next = ahead.pop();
            if (next.equals(origin)) {
                return "closedQueue: it leads back to " + origin;
            }
            QueueConfiguration found = queues.get(next);
            if (found == null) {
                return next.equals(closedQueue) ? "closedQueue: there is no queue " + next : null;
            }
            if (passed.size() > BoundCheck.MAX_HOPS) {
                return "closedQueue: more than " + BoundCheck.MAX_HOPS + " queues follow each other";
            }
            if (passed.add(next)) {
                String overflow = found.bound().overflowQueue();
                String closed = found.service().hours().closedQueue();
                if (overflow != null) {
                    ahead.push(overflow);
                }
                if (closed != null) {
                    ahead.push(closed);
                }
            }
        }
        return null;
    }
}
