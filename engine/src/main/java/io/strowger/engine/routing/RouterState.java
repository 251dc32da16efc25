package io.strowger.engine.routing;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.internal.InvariantViolation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The whole state of the router. Changed by applying events only. */
final class RouterState {
    final TimingWheel wheel = new TimingWheel();
    final IdempotencyTable idempotency;
    final PendingWork work = new PendingWork();
    final TouchedConversations touched = new TouchedConversations();
    final RouterLimits limits;

    OrganizationState[] organizations = {};
    Directory directory = Directory.EMPTY;
    long lastSequence;

    /** The sequence of the record whose events are being applied. */
    long sequence;

    long lastTime;

    /** The highest id of an offer or an assignment. */
    long lastOffer;

    RouterState(RouterLimits limits) {
        this.limits = limits;
        this.idempotency = new IdempotencyTable(limits.idempotencyBytes());
    }

    /** The organization with that number, or null. */
    @Nullable
    OrganizationState find(int number) {
        return number >= 0 && number < organizations.length ? organizations[number] : null;
    }

    /** An organization that the state has. */
    OrganizationState organization(int number) {
        OrganizationState organization = find(number);
        if (organization == null) {
            throw new InvariantViolation("there is no organization " + number);
        }
        return organization;
    }

    void add(OrganizationState organization) {
        if (organization.number != organizations.length) {
            throw new InvariantViolation("organization " + organization.number + " does not follow the last one, "
                    + (organizations.length - 1));
        }
        organizations = Arrays.copyOf(organizations, organizations.length + 1);
        organizations[organization.number] = organization;
        organization.touched = touched;
    }
}
