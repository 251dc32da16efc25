package io.strowger.verticles.projection;

import io.strowger.engine.event.RouteState;
import java.util.Comparator;
import java.util.TreeSet;

/** What a queue holds, kept incrementally, in the {@link LiveView}. Guarded by the view. */
final class LiveQueue {
    private final TreeSet<LiveConversation> waiting = new TreeSet<>(
            Comparator.comparingLong((LiveConversation each) -> each.queuedAt).thenComparingLong(each -> each.id));
    private int offered;
    private int assigned;

    /** Counts a conversation as it is now; before it changes it must {@link #leave} again. */
    void enter(LiveConversation conversation) {
        RouteState state = conversation.state();
        if (state == RouteState.QUEUED || state == RouteState.OFFERED) {
            waiting.add(conversation);
        }
        count(state, 1);
    }

    void leave(LiveConversation conversation) {
        RouteState state = conversation.state();
        if (state == RouteState.QUEUED || state == RouteState.OFFERED) {
            waiting.remove(conversation);
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
        return waiting.isEmpty() && assigned == 0;
    }

    QueueView view(String id, String name) {
        return new QueueView(
                id, name, waiting.size(), offered, assigned, waiting.isEmpty() ? 0 : waiting.first().queuedAt);
    }
}
