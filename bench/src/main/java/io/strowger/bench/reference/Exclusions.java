package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.ExclusionSoftened;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who is not asked for a conversation, and until when. */
final class Exclusions {
    /** An exclusion gives way after this time if nobody else can take the conversation. */
    private static final long RECYCLE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Session session;

    Exclusions(Session session) {
        this.session = session;
    }

    void soften(Organization organization, Conversation conversation, Exclusion exclusion) {
        ExclusionSoftened event = new ExclusionSoftened();
        event.conversation = conversation.id;
        event.agent = exclusion.agent();
        conversation.exclusions.set(
                conversation.exclusions.indexOf(exclusion),
                new Exclusion(exclusion.agent(), exclusion.until(), exclusion.softenedAt(), true));
        session.timers.cancel(Kind.EXCLUSION, organization.number, conversation.id, exclusion.agent());
        session.timers.arm(Kind.EXCLUSION, organization.number, conversation.id, exclusion.agent(), exclusion.until());
        organization.lookingConversations.add(conversation);
        session.emit(organization, event);
    }

    void end(Organization organization, Conversation conversation, Exclusion exclusion) {
        ExclusionEnded event = new ExclusionEnded();
        event.conversation = conversation.id;
        event.agent = exclusion.agent();
        forget(organization, conversation, exclusion);
        organization.lookingConversations.add(conversation);
        session.emit(organization, event);
    }

    /** Ends all exclusions of an agent, as a part of what the caller says. */
    void forget(Organization organization, Agent agent) {
        for (Conversation conversation : organization.conversations.values()) {
            Exclusion exclusion = conversation.exclusion(agent.number);
            if (exclusion != null) {
                forget(organization, conversation, exclusion);
            }
        }
    }

    /** Excludes an agent from now on; null when the organization has no such time. */
    @Nullable
    Exclusion add(Organization organization, Conversation conversation, Agent agent) {
        long cooldownNanos = organization.limits().declineCooldownNanos();
        if (cooldownNanos == 0) {
            return null;
        }
        Exclusion earlier = conversation.exclusion(agent.number);
        if (earlier != null) {
            forget(organization, conversation, earlier);
        }
        long softenedAt = cooldownNanos > RECYCLE_AFTER_NANOS ? session.now + RECYCLE_AFTER_NANOS : 0;
        long until = session.now + cooldownNanos;
        Exclusion exclusion = new Exclusion(agent.number, until, softenedAt, false);
        conversation.exclusions.add(exclusion);
        session.timers.arm(
                Kind.EXCLUSION,
                organization.number,
                conversation.id,
                agent.number,
                softenedAt != 0 ? softenedAt : until);
        return exclusion;
    }

    /** Excludes an agent until an instant, without softening; null when that is no later than now. */
    @Nullable
    Exclusion add(Organization organization, Conversation conversation, Agent agent, long until) {
        if (until <= session.now) {
            return null;
        }
        Exclusion earlier = conversation.exclusion(agent.number);
        if (earlier != null) {
            forget(organization, conversation, earlier);
        }
        Exclusion exclusion = new Exclusion(agent.number, until, 0, false);
        conversation.exclusions.add(exclusion);
        session.timers.arm(Kind.EXCLUSION, organization.number, conversation.id, agent.number, until);
        return exclusion;
    }

    /** Ends all exclusions from a conversation, as a part of what the caller says. */
    void forget(Organization organization, Conversation conversation) {
        for (Exclusion exclusion : List.copyOf(conversation.exclusions)) {
            forget(organization, conversation, exclusion);
        }
    }

    private void forget(Organization organization, Conversation conversation, Exclusion exclusion) {
        conversation.exclusions.remove(exclusion);
        session.timers.cancel(Kind.EXCLUSION, organization.number, conversation.id, exclusion.agent());
    }
}
