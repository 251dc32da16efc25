package io.strowger.verticles.projection;

import io.strowger.engine.event.RouteState;

/** What a queue holds, kept incrementally, in the {@link LiveView}. Guarded by the view. */
final class LiveQueue {
    private final WaitingTimes waiting = new WaitingTimes();
    private int offered;
    private int assigned;

    /** Counts a conversation as it is now; before it changes it must {@link #leave} again. */
    void enter(LiveConversation conversation) {
        RouteState state = conversation.state();
        if (state == RouteState.QUEUED || state == RouteState.OFFERED) {
            waiting.enter(conversation.queuedAt);
        }
        count(state, 1);
    }

    void leave(LiveConversation conversation) {
        RouteState state = conversation.state();
        if (state == RouteState.QUEUED || state == RouteState.OFFERED) {
            waiting.leave(conversation.queuedAt);
        }
        count(state, -1);
    }

    private void count(RouteState state, int by) {
        if (state == RouteState.OFFERED) {
            offered += by;
        } else if (state == RouteState.ASSIGNED || state == RouteState.WRAP_UP) {
            assigned += by;
        }
    }

    boolean isEmpty() {
        return waiting.count() == 0 && assigned == 0;
    }

    QueueView view(String id, String name) {
        return new QueueView(id, name, waiting.count(), offered, assigned, waiting.earliest());
    }
}
