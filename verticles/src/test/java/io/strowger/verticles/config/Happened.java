package io.strowger.verticles.config;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of each conversation, in names, by the events of the records. */
final class Happened {
    private final Names names;
    private final Map<Long, Story> stories = new HashMap<>();

    Happened(Names names) {
        this.names = names;
    }

    /** A conversation as it stands. */
    static final class Story {
        /** Where it waits or waited last. */
        String queue = "";

        int priority;

        /** {@code waiting}, {@code parked}, {@code rejected}, {@code after-work} or {@code with} somebody. */
        String state = "";

        /** What others were asked to do, and what they were told. */
        final List<String> requested = new ArrayList<>();

        /** The promises that were broken. */
        final List<String> broken = new ArrayList<>();

        private final Map<String, Long> offers = new TreeMap<>();

        /** Who is asked now. */
        List<String> asked() {
            return List.copyOf(offers.keySet());
        }

        long offerTo(String agent) {
            Long offer = offers.get(agent);
            if (offer == null) {
                throw new AssertionError(agent + " is not asked, but " + asked());
            }
            return offer;
        }
    }

    Story to(long conversation) {
        return stories.computeIfAbsent(conversation, unknown -> new Story());
    }

    void hear(RecordView record) {
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case CONVERSATION_QUEUED -> onQueued(record);
                case CONVERSATION_PARKED -> {
                    ConversationParked parked = new ConversationParked();
                    parked.read(record.content());
                    to(parked.conversation).state = "parked";
                }
                case CONVERSATION_REJECTED -> {
                    ConversationRejected rejected = new ConversationRejected();
                    rejected.read(record.content());
                    to(rejected.conversation).state = "rejected";
                }
                case OFFER_MADE -> {
                    OfferMade made = new OfferMade();
                    made.read(record.content());
                    to(made.conversation).offers.put(names.agents().name(made.agent), made.offer);
                }
                case OFFER_ENDED -> {
                    OfferEnded ended = new OfferEnded();
                    ended.read(record.content());
                    to(ended.conversation).offers.remove(names.agents().name(ended.agent), ended.offer);
                }
                case CONVERSATION_ASSIGNED -> {
                    ConversationAssigned assigned = new ConversationAssigned();
                    assigned.read(record.content());
                    to(assigned.conversation).state = "with " + names.agents().name(assigned.agent);
                }
                case WRAP_UP_STARTED -> {
                    WrapUpStarted wrapUp = new WrapUpStarted();
                    wrapUp.read(record.content());
                    to(wrapUp.conversation).state = "after-work";
                }
                case ACTION_REQUESTED -> onRequested(record);
                case SLA_CLOCK_CHANGED -> onClock(record);
                default -> {
                    // Nothing that these tests ask for.
                }
            }
        }
    }

    private void onQueued(RecordView record) {
        ConversationQueued queued = new ConversationQueued();
        queued.read(record.content());
        Story story = to(queued.conversation);
        story.queue = names.queues().name(queued.queue);
        story.priority = queued.priority;
        story.state = "waiting";
    }

    private void onRequested(RecordView record) {
        ActionRequested action = new ActionRequested();
        action.read(record.content());
        String what = spoken(action.action);
        to(action.conversation).requested.add(action.text.isEmpty() ? what : what + ": " + action.text.toText());
    }

    private void onClock(RecordView record) {
        SlaClockChanged changed = new SlaClockChanged();
        changed.read(record.content());
        if (changed.status == SlaStatus.BREACHED) {
            to(changed.conversation).broken.add(spoken(changed.clock));
        }
    }

    private static String spoken(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
