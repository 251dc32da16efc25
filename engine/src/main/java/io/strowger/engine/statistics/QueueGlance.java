package io.strowger.engine.statistics;

import io.strowger.engine.explain.WaitEstimate;

/**
 * What can be told of a configured queue at a glance, whatever waits in it.
 *
 * @param organization the organization's id
 * @param queue the queue's id
 * @param waiting conversations that wait now, those with an offer included
 * @param inHand conversations from here that agents have in hand now, after-work included
 * @param agents agents of the queue who get offers now, room aside
 * @param longestWaitNanos how long the one has waited that has waited longest; 0 when none waits
 * @param expected what somebody can expect who comes now
 * @param counts of all time, without the waits
 */
public record QueueGlance(
        String organization,
        String queue,
        int waiting,
        int inHand,
        int agents,
        long longestWaitNanos,
        WaitEstimate expected,
        Tally counts) {}
