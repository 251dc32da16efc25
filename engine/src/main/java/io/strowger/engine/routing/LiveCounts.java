package io.strowger.engine.routing;

/** How many of an organization's conversations wait, have an offer, and are in hand. Looks at each of these, at no others. */
final class LiveCounts {
    /** By the number of the channel. */
    final int[] waiting;

    /** By the number of the channel. */
    final int[] inHand;

    /** Those that wait and have an offer, by the number of the queue. */
    final int[] offered;

    LiveCounts(OrganizationState organization) {
        waiting = new int[organization.names.channels().size()];
        inHand = new int[waiting.length];
        offered = new int[organization.queues.length];
        for (QueueState queue : organization.queues) {
            for (ConversationState each = queue.line.first(); each != null; each = each.behind) {
                waiting[each.channel]++;
                offered[queue.index] += each.offers.isEmpty() ? 0 : 1;
            }
        }
        for (AgentState agent : organization.agents) {
            for (ConversationState each = agent.assignments.first(); each != null; each = each.behind) {
                inHand[each.channel]++;
            }
        }
    }
}
