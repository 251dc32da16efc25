package io.strowger.engine.simulation;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AgentStatus;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agents: they come to work, answer offers, talk, and go home when they are done. One thread. */
final class Staff {
    private final VirtualRouter router;
    private final Agenda agenda;
    private final Chances chances;
    private final Statistics statistics;
    /** By the agent's number; null for those who are never at work. */
    private final @Nullable StaffMember[] members;

    private final AgentConnection connection = new AgentConnection();
    private final SetAgentStatus status = new SetAgentStatus();
    private final AnswerOffer answer = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();

    Staff(
            Scenario scenario,
            Names names,
            VirtualRouter router,
            Agenda agenda,
            Chances chances,
            Slots counted,
            Statistics statistics) {
        this.router = router;
        this.agenda = agenda;
        this.chances = chances;
        this.statistics = statistics;
        members = new StaffMember[names.agents().size()];
        Map<String, AgentConfiguration> configurations = new HashMap<>();
        scenario.organization().agents().forEach(agent -> configurations.put(agent.id(), agent));
        for (AgentPlan plan : scenario.staff()) {
            AgentConfiguration agent = configurations.get(plan.agent());
            if (agent == null) {
                throw new IllegalArgumentException("the staff has an agent " + plan.agent() + ", the organization not");
            }
            int[] queues = agent.queues().stream()
                    .mapToInt(queue -> names.queues().number(queue))
                    .toArray();
            members[names.agents().number(plan.agent())] = new StaffMember(plan, agent.capacity(), queues, counted);
        }
    }

    /** Plans everybody's first shift. */
    void start() {
        for (StaffMember member : members) {
            if (member != null) {
                planShift(member, router.now());
            }
        }
    }

    /** The agents by their numbers; null for those who are never at work. */
    @Nullable
    StaffMember[] members() {
        return members;
    }

    /** Plans an agent's answer to an offer. */
    void onOffer(int agent, Customer customer, long offer) {
        StaffMember member = member(agent);
        long number = customer.number << 8 | Math.min(customer.offers, 255);
        double chance = chances.of(Purpose.ANSWER, customer.stream, number).nextUnit();
        if (chance < member.plan.missShare()) {
            return;
        }
        boolean isAccepted = chance >= member.plan.missShare() + member.plan.declineShare();
        long delay = member.plan.acceptDelay().nextNanos(chances.of(Purpose.ACCEPT_DELAY, customer.stream, number));
        agenda.plan(router.now() + delay, () -> answer(member, customer, offer, isAccepted));
    }

    /** An agent has a customer. Returns whether the queue is the agent's first one. */
    boolean onAssigned(int agent, Customer customer, int queue) {
        StaffMember member = member(agent);
        member.assigned++;
        use(member, customer.cost);
        if (customer.counts) {
            member.conversations++;
        }
        long assignment = customer.assignment;
        agenda.plan(router.now() + customer.handlingNanos, () -> complete(member, customer, assignment));
        return member.queues.length > 0 && member.queues[0] == queue;
    }

    /** The customer is gone, and after-work begins, which takes as long as given. */
    void onWrapUp(int agent, Customer customer, long nanos) {
        StaffMember member = member(agent);
        long assignment = customer.assignment;
        agenda.plan(router.now() + nanos, () -> complete(member, customer, assignment));
    }

    /** An agent's work for a customer is done. */
    void onAssignmentEnded(int agent, Customer customer) {
        StaffMember member = member(agent);
        member.assigned--;
        use(member, -customer.cost);
        customer.assignment = 0;
        if (!member.isOnShift && member.assigned == 0) {
            agenda.plan(router.now(), () -> goHome(member));
        }
    }

    /** The router found an agent not responding. */
    void onNotResponding(int agent) {
        StaffMember member = member(agent);
        agenda.plan(router.now() + member.plan.backAfterNanos(), () -> {
            if (member.isOnShift) {
                declare(member, AgentStatus.AVAILABLE);
            }
        });
    }

    private StaffMember member(int agent) {
        StaffMember member = members[agent];
        if (member == null) {
            throw new IllegalStateException("agent number " + agent + " was never at work");
        }
        return member;
    }

    private void planShift(StaffMember member, long after) {
        if (member.plan.shifts().isEmpty()) {
            agenda.plan(after, () -> begin(member));
            return;
        }
        long nextFrom = Long.MAX_VALUE;
        long nextTo = Long.MAX_VALUE;
        long today = Math.floorDiv(after, Shift.DAY_NANOS);
        for (long day = today - 1; day <= today + 1; day++) {
            for (Shift shift : member.plan.shifts()) {
                long from = day * Shift.DAY_NANOS + shift.fromNanos();
                long to = day * Shift.DAY_NANOS + shift.toNanos();
                if (to > after && from < nextFrom) {
                    nextFrom = from;
                    nextTo = to;
                }
            }
        }
        long until = nextTo;
        agenda.plan(Math.max(after, nextFrom), () -> begin(member));
        agenda.plan(until, () -> end(member));
    }

    private void begin(StaffMember member) {
        member.isOnShift = true;
        if (!member.isOnline) {
            member.isOnline = true;
            staff(member, member.capacity);
        }
        connection.agent.set(member.id);
        connection.connected = true;
        router.decide(connection);
        declare(member, AgentStatus.AVAILABLE);
    }

    private void end(StaffMember member) {
        member.isOnShift = false;
        planShift(member, router.now());
        if (member.assigned == 0) {
            goHome(member);
        } else {
            declare(member, AgentStatus.DRAINING);
        }
    }

    private void goHome(StaffMember member) {
        if (member.isOnline && !member.isOnShift && member.assigned == 0) {
            member.isOnline = false;
            staff(member, -member.capacity);
            declare(member, AgentStatus.OFFLINE);
        }
    }

    private void declare(StaffMember member, AgentStatus declared) {
        status.agent.set(member.id);
        status.status = declared;
        router.decide(status);
    }

    private void answer(StaffMember member, Customer customer, long offer, boolean isAccepted) {
        if (customer.pendingOffers.contains(offer)) {
            answer.agent.set(member.id);
            answer.offer = offer;
            answer.accepted = isAccepted;
            router.decide(answer);
        }
    }

    private void complete(StaffMember member, Customer customer, long assignment) {
        if (customer.assignment == assignment) {
            complete.agent.set(member.id);
            complete.conversation = customer.conversation;
            router.decide(complete);
        }
    }

    private void use(StaffMember member, long change) {
        long now = router.now();
        member.busy.add(now, change);
        statistics.total.use(now, change);
        for (int queue : member.queues) {
            statistics.queues[queue].use(now, change);
        }
    }

    private void staff(StaffMember member, long change) {
        long now = router.now();
        member.staffed.add(now, change);
        statistics.total.staff(now, change);
        for (int queue : member.queues) {
            statistics.queues[queue].staff(now, change);
        }
    }
}
