package io.strowger.verticles.projection;

import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.Promise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as of a record. Immutable. Instants are epoch nanoseconds, 0 for not (yet).
 *
 * @param organization number of the organization
 * @param id the conversation's number
 * @param key the source's id of the conversation, empty for none
 * @param contact the customer
 * @param channel id of the channel
 * @param state where it stands
 * @param queue id of the queue it waits in or came from, null before the first
 * @param priority 0 to 1000
 * @param rule id of the rule that chose the queue, null for the fallback
 * @param agent id of the agent who handles it, else of the one asked last who has not answered, else null
 * @param stay number of its stay, from 1
 * @param requeues how often an agent gave it back in this stay
 * @param tags set by rules
 * @param analysis what its latest message says
 * @param messageCount messages so far
 * @param lastMessage the latest one
 * @param openedAt when it began
 * @param queuedAt from when its age counts
 * @param assignedAt when the agent got it
 * @param endedAt when it was completed or cancelled
 * @param sequence sequence of the last record that changed it
 * @param promises how the promises about it stand
 */
public record ConversationView(
        int organization,
        long id,
        String key,
        ContactView contact,
        String channel,
        RouteState state,
        @Nullable String queue,
        int priority,
        @Nullable String rule,
        @Nullable String agent,
        int stay,
        int requeues,
        List<String> tags,
        AnalysisView analysis,
        long messageCount,
        MessageView lastMessage,
        long openedAt,
        long queuedAt,
        long assignedAt,
        long endedAt,
        long sequence,
        List<Promise> promises) {}
