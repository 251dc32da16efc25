package io.strowger.engine.routing;

import org.jspecify.annotations.Nullable;

/**
 * The waiting conversations of an organization for which an exception rule is to be looked at, by (instant, place of the
 * rule, conversation). The first of them has the organization's timer.
 */
final class Watches {
    static final long[] ANY = {1};

    private final OrganizationState organization;
    private final SignatureTree tree = new SignatureTree(1);
    private long timer;

    Watches(OrganizationState organization) {
        this.organization = organization;
    }

    @Nullable
    WorkflowState first() {
        return (WorkflowState) tree.first(ANY);
    }

    /** Looks at a rule at an instant, and at none before; 0 for never. */
    void set(TimingWheel wheel, WorkflowState workflow, long at, int position) {
        clear(wheel, workflow);
        if (at != 0) {
            workflow.key0 = at;
            workflow.key1 = position;
            workflow.key2 = workflow.conversation.id;
            tree.insert(workflow);
            if (first() == workflow) {
                arm(wheel);
            }
        }
    }

    /** Looks at nothing any more. */
    void clear(TimingWheel wheel, WorkflowState workflow) {
        if (workflow.tree == null) {
            return;
        }
        boolean wasFirst = first() == workflow;
        tree.remove(workflow);
        if (wasFirst) {
            arm(wheel);
        }
    }

    private void arm(TimingWheel wheel) {
        wheel.cancel(timer);
        WorkflowState first = first();
        timer = first == null
                ? TimingWheel.NO_TIMER
                : wheel.arm(TimerKind.EXCEPTIONS, 0, TimerKind.sub(organization, 0), first.key0);
    }
}
