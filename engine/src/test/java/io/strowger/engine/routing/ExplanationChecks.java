package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.Candidate;
import io.strowger.engine.explain.DecidedBy;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.RoutingStep.Chosen;
import io.strowger.engine.explain.WaitingReport;
import io.strowger.engine.record.RecordView;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads along with a router and checks that explanations explain: the winner follows from what the step says alone, and a
 * conversation that waits has a reason in each agent's way, the right one as far as the agent's state tells.
 */
final class ExplanationChecks {
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::tier)
            .thenComparingLong(Candidate::strategyKey)
            .thenComparingLong(Candidate::idleSince)
            .thenComparingLong(Candidate::lastOfferedAt);

    private static final Set<DecidedBy> BY_THE_ORDER = EnumSet.of(
            DecidedBy.TIER, DecidedBy.STRATEGY, DecidedBy.IDLE, DecidedBy.LAST_OFFERED, DecidedBy.AGENT_NUMBER);

    int winnersDerived;
    int reasonsFound;

    private final Explainer explainer = new Explainer(RouterLimits.DEFAULT, 10_000);
    private long checked;

    void read(byte[] record) {
        explainer.apply(new RecordView().wrap(record, 0));
    }

    void check(RouterState state) {
        for (OrganizationState organization : state.organizations) {
            for (ConversationState conversation : Invariants.conversations(organization)) {
                steps(explainer.why(organization.number, conversation.id));
                waiting(
                        organization,
                        conversation,
                        Objects.requireNonNull(explainer.whyWaiting(organization.number, conversation.id)));
            }
        }
        checked = explainer.sequence();
    }

    private void steps(List<RoutingStep> steps) {
        for (RoutingStep step : steps) {
            if (step.sequence() > checked
                    && step instanceof Chosen chosen
                    && BY_THE_ORDER.contains(chosen.decidedBy())) {
                Candidate first =
                        chosen.candidates().stream().min(ORDER).orElseThrow(); // the first of equals, as listed
                assertThat(chosen.agent()).as("%s", chosen).isEqualTo(first.agent());
                winnersDerived++;
            }
        }
    }

    private void waiting(OrganizationState organization, ConversationState conversation, WaitingReport report) {
        assertThat(report.state()).isEqualTo(conversation.state);
        assertThat(report.isWaiting()).isEqualTo(conversation.isWaiting());
        for (AgentVerdict verdict : report.agents()) {
            AgentState agent = organization.agents[organization.names.agents().number(verdict.agent())];
            Hindrance hindrance = verdict.hindrance();
            assertThat(hindrance)
                    .as("what keeps agent %s from %s", verdict.agent(), report)
                    .isNotEqualTo(Hindrance.NONE);
            boolean couldTake = agent.canTake(conversation.signature());
            boolean saidSo = hindrance.compareTo(Hindrance.KIND_FULL) > 0 || hindrance == Hindrance.PREFERENCE;
            if (hindrance != Hindrance.ASKED && hindrance != Hindrance.PREFERENCE) {
                assertThat(saidSo).as("%s of %s", verdict, report).isEqualTo(couldTake);
            }
            assertThat(hindrance == Hindrance.ASKED).isEqualTo(conversation.offers.has(agent));
            reasonsFound++;
        }
        if (conversation.state == RouteState.QUEUED) {
            assertThat(report.position()).isBetween(1, report.waiting());
        }
    }
}
