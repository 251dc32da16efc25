package io.strowger.engine.routing;

import io.strowger.engine.calendar.OpenHours;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;

/** When no more than some open time is left until something about a waiting conversation is due. Stateless. */
final class SlaSlack {
    private static final SlaClock[] CLOCKS = SlaClock.values();

    private SlaSlack() {}

    /** The first such instant, by its place and by all that is promised; 0 for never. */
    static long at(ConversationState conversation, long slackNanos) {
        long first = byPlace(conversation, slackNanos);
        SlaState sla = conversation.slaOrNull();
        if (sla != null) {
            for (SlaClock clock : CLOCKS) {
                long at = byPromise(sla, clock, conversation.stay, slackNanos);
                first = at != 0 && (first == 0 || at < first) ? at : first;
            }
        }
        return first;
    }

    private static long byPromise(SlaState sla, SlaClock clock, int stay, long slackNanos) {
        int code = clock.code();
        if (sla.rounds[code] != sla.round(clock, stay)) {
            return 0;
        }
        if (sla.statuses[code] == SlaStatus.BREACHED) {
            return sla.dueAt[code];
        }
        if (sla.statuses[code] != SlaStatus.RUNNING) {
            return 0;
        }
        return instant(sla.terms.add(sla.since[code], sla.targets[code] - sla.consumed[code] - slackNanos));
    }

    /** By its own due instant, or as its queue says. */
    private static long byPlace(ConversationState conversation, long slackNanos) {
        QueueState queue = conversation.organization.queues[conversation.queue];
        ServiceTerms terms = queue.terms;
        if (conversation.dueAt != 0) {
            return terms.hasCalendar()
                    ? instant(terms.add(
                            conversation.queuedAt,
                            terms.elapsed(conversation.queuedAt, conversation.dueAt) - slackNanos))
                    : Math.max(1, conversation.dueAt - slackNanos);
        }
        long target = queue.configuration.matching().targetNanos();
        if (target == 0) {
            return 0;
        }
        return terms.hasCalendar()
                ? instant(terms.add(conversation.waitingSince(), target - slackNanos))
                : Math.max(1, conversation.waitingSince() + target - slackNanos);
    }

    private static long instant(long instant) {
        return instant == OpenHours.NEVER ? 0 : instant;
    }
}
