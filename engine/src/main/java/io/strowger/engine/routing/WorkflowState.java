package io.strowger.engine.routing;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Hashes;
import java.util.Arrays;

/**
 * How far a conversation has come in its rule's steps, and what exception rules did and watch. As a tree node it stands,
 * while an exception rule is to be looked at for it, among the organization's {@link Watches}.
 */
final class WorkflowState extends TreeNode {
    private static final int[] NOTHING = {};

    final ConversationState conversation;

    /** The rule in one of whose steps it is, or {@link DomainEvent#NOBODY}. */
    int rule = DomainEvent.NOBODY;

    int step;

    /** When the next step comes, 0 for never, or while it does not wait. */
    long endsAt;

    long stepTimer;

    /** What it asks by itself, whatever its queue asks; only if that is known. */
    final KeyBytes demand = new KeyBytes();

    boolean knowsDemand;

    /** How often it was moved in this stay. */
    int moves;

    /** How many offers were declined or expired in this stay. */
    int refusals;

    /** Whether a step or an exception changed its place since the rules were asked. */
    boolean touched;

    /** What {@link ExceptionDecider} was told about it; no part of the state. */
    int noted;

    private int[] raised = NOTHING;
    private int raisedCount;

    WorkflowState(ConversationState conversation) {
        this.conversation = conversation;
        bits = Watches.ANY;
    }

    /** Notes that an exception rule was set off in this stay. */
    void raise(int exception) {
        if (raisedCount == raised.length) {
            raised = Arrays.copyOf(raised, raisedCount + 4);
        }
        raised[raisedCount++] = exception;
    }

    /** Whether an exception rule was set off in this stay. */
    boolean wasRaised(int exception) {
        for (int index = 0; index < raisedCount; index++) {
            if (raised[index] == exception) {
                return true;
            }
        }
        return false;
    }

    /** A stay begins. The step's timer and the watch are gone by then. */
    void clear() {
        leaveSteps();
        moves = 0;
        refusals = 0;
        raisedCount = 0;
    }

    /** Its rules are asked anew, or somebody sent it elsewhere. */
    void leaveSteps() {
        rule = DomainEvent.NOBODY;
        step = 0;
        endsAt = 0;
        stepTimer = TimingWheel.NO_TIMER;
        demand.clear();
        knowsDemand = false;
        touched = false;
    }

    long stateHash() {
        long hash = Hashes.combine(rule, step);
        hash = Hashes.combine(hash, endsAt);
        hash = Hashes.combine(hash, knowsDemand ? demand.hash() : 0);
        hash = Hashes.combine(hash, moves);
        hash = Hashes.combine(hash, refusals);
        hash = Hashes.combine(hash, touched ? 1 : 0);
        hash = Hashes.combine(hash, tree == null ? 0 : Hashes.combine(key0, key1));
        for (int index = 0; index < raisedCount; index++) {
            hash = Hashes.combine(hash, raised[index]);
        }
        return hash;
    }
}
