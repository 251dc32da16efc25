package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the hours of queues: calendars that exist, and ways that end. Cold. */
public final class HoursCheck {
    private HoursCheck() {}

    /**
     * Checks calendars and all queues' hours.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static void check(OrganizationConfiguration configuration) {
        Set<String> calendars = new HashSet<>();
        for (CalendarConfiguration calendar : configuration.calendars()) {
            if (!calendars.add(calendar.id())) {
                throw new IllegalArgumentException("calendar " + calendar.id() + " is there twice");
            }
        }
        for (QueueConfiguration queue : configuration.queues()) {
            String calendar = queue.service().hours().calendar();
            if (calendar != null && !calendars.contains(calendar)) {
                throw new IllegalArgumentException(
                        "queue " + queue.id() + ", calendar: there is no calendar " + calendar);
            }
            String problem = problem(queue, configuration.queues());
            if (problem != null) {
                throw new IllegalArgumentException("queue " + queue.id() + ", " + problem);
            }
        }
    }

    /** What is wrong with a queue's hours, beginning with the setting; null for nothing. Calendars are not looked at. */
    public static @Nullable String problem(QueueConfiguration queue, List<QueueConfiguration> queues) {
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
    private static @Nullable String leadsTo(String closedQueue, String origin, List<QueueConfiguration> queues) {
        Set<String> passed = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(closedQueue));
        while (!ahead.isEmpty()) {
            String next = ahead.pop();
            if (next.equals(origin)) {
                return "closedQueue: it leads back to " + origin;
            }
            QueueConfiguration found = find(next, queues);
            if (found == null) {
                return next.equals(closedQueue) ? "closedQueue: there is no queue " + next : null;
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

    private static @Nullable QueueConfiguration find(String id, List<QueueConfiguration> queues) {
        for (QueueConfiguration queue : queues) {
            if (queue.id().equals(id)) {
                return queue;
            }
        }
        return null;
    }
}
