package io.strowger.engine.routing;

import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchOpened;
import io.strowger.engine.event.PassedOver;

/** Applies what happens to batches; the offers and assignments that come of them are events of their own. */
final class BatchApplier {
    private final RouterState state;

    BatchApplier(RouterState state) {
        this.state = state;
    }

    void opened(OrganizationState organization, BatchOpened event) {
        BatchState batch = organization.queues[event.queue].batch;
        batch.end(state.wheel);
        batch.closesAt = event.closesAt;
        batch.timer =
                state.wheel.arm(TimerKind.BATCH, event.queue, TimerKind.sub(organization, event.queue), event.closesAt);
    }

    void closed(OrganizationState organization, BatchClosed event) {
        organization.queues[event.queue].batch.end(state.wheel);
    }

    void passedOver(OrganizationState organization, PassedOver event) {
        organization.conversation(event.conversation).passed = event.times;
    }
}
