package io.strowger.verticles.config;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.rules.Suggestion;
import io.strowger.engine.simulation.AgentPlan;
import io.strowger.engine.simulation.Distribution;
import io.strowger.engine.simulation.Shift;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the agents of a scenario: groups of new ones, and how those of the organization behave. */
final class StaffReader {
    private static final int MOST_AGENTS = 100_000;
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final Duration BACK_AFTER = Duration.ofMinutes(1);
    private static final int MOST_CAPACITY = 65_535;

    private final Problems problems;
    private final DistributionReader distributions;
    private final OrganizationReader organizations;
    private final List<String> queues;
    private final Map<String, AgentConfiguration> agents = new LinkedHashMap<>();
    private final Map<String, AgentPlan> plans = new LinkedHashMap<>();

    /**
     * A reader.
     *
     * @param isEverybodyThere whether all of the organization's agents are always at work: where the scenario has no list
     */
    StaffReader(Problems problems, OrganizationConfiguration organization, boolean isEverybodyThere) {
        this.problems = problems;
        this.distributions = new DistributionReader(problems);
        this.organizations = new OrganizationReader(problems);
        queues = organization.queues().stream().map(QueueConfiguration::id).toList();
        organization.agents().forEach(agent -> {
            agents.put(agent.id(), agent);
            if (isEverybodyThere) {
                plans.put(agent.id(), AgentPlan.always(agent.id()));
            }
        });
    }

    /** The organization's agents and those of the groups. */
    List<AgentConfiguration> agents() {
        return List.copyOf(agents.values());
    }

    /** How they behave. */
    List<AgentPlan> plans() {
        return List.copyOf(plans.values());
    }

    /** Reads an item of the list. Returns its path. */
    String read(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String group = fields.text("group", "");
        List<String> existing = fields.texts("existing");
        List<String> members = new ArrayList<>();
        if (group.isEmpty() == existing.isEmpty()) {
            problems.add(
                    node.place(),
                    path,
                    "it needs either group, the name of a group of further agents, or existing, a list of agents of the "
                            + "organization");
            fields.end();
            return path;
        }
        if (group.isEmpty()) {
            existing.forEach(agent -> addExisting(node, fields.child("existing"), agent, members));
        } else {
            addGroup(node, fields, group, members);
        }
        AgentPlan plan = plan(fields);
        fields.end();
        members.forEach(agent -> plans.put(
                agent,
                new AgentPlan(
                        agent,
                        plan.shifts(),
                        plan.acceptDelay(),
                        plan.declineShare(),
                        plan.missShare(),
                        plan.backAfterNanos())));
        return path;
    }

    private void addExisting(Node node, String path, String agent, List<String> members) {
        if (agents.containsKey(agent)) {
            members.add(agent);
        } else {
            problems.add(
                    node.place(),
                    path,
                    "the organization has no agent " + agent + Suggestion.clause(agent, agents.keySet()));
        }
    }

    private void addGroup(Node node, Fields fields, String group, List<String> members) {
        int count = (int) fields.number("count", 1, 1, MOST_AGENTS);
        int capacity = (int) fields.number("capacity", OrganizationDefaults.CAPACITY, 1, MOST_CAPACITY);
        List<String> served = fields.texts("queues");
        for (int index = 0; index < served.size(); index++) {
            String queue = served.get(index);
            String path = fields.child("queues") + "[" + index + "]";
            if (!queues.contains(queue)) {
                problems.add(
                        problems.placeOrStart(path),
                        path,
                        "there is no queue " + queue + Suggestion.clause(queue, queues));
            } else if (served.indexOf(queue) < index) {
                problems.add(problems.placeOrStart(path), path, queue + " is there twice");
            }
        }
        AgentConfiguration pattern =
                new AgentConfiguration(group, group, organizations.skills(fields, "skills"), served, capacity);
        for (int number = 1; number <= count; number++) {
            String id = group + "-" + number;
            if (agents.containsKey(id)) {
                problems.add(node.place(), fields.child("group"), "there is an agent " + id + " already");
                return;
            }
            agents.put(id, new AgentConfiguration(id, id, pattern.skills(), pattern.queues(), pattern.capacity()));
            members.add(id);
        }
    }

    private AgentPlan plan(Fields fields) {
        Distribution acceptDelay = distributions.read(fields, "acceptDelay");
        double declined = fields.number("declines", 0, 0, 1);
        double missed = fields.number("misses", 0, 0, 1);
        if (declined + missed > 1) {
            problems.add(
                    problems.placeOrStart(fields.child("misses")),
                    fields.child("misses"),
                    "declines and misses are shares of the same offers, together 1 at most");
            missed = 0;
        }
        List<Shift> shifts = new ArrayList<>();
        List<String> texts = fields.texts("shifts");
        for (int index = 0; index < texts.size(); index++) {
            String path = fields.child("shifts") + "[" + index + "]";
            Shift shift = shift(texts.get(index));
            if (shift == null) {
                problems.add(
                        problems.placeOrStart(path),
                        path,
                        "'" + texts.get(index) + "' is not a shift; write it like 08:00-16:30 or 22:00-06:00");
            } else {
                shifts.add(shift);
            }
        }
        return new AgentPlan(
                "",
                shifts,
                acceptDelay == null ? new Distribution.Constant(0) : acceptDelay,
                declined,
                missed,
                fields.nanos("backAfter", BACK_AFTER.toNanos()));
    }

    private static @Nullable Shift shift(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return null;
        }
        try {
            long from = timeOfDay(text.substring(0, dash).strip());
            long to = timeOfDay(text.substring(dash + 1).strip());
            return from == DAY_NANOS ? null : new Shift(from, to > from ? to : to + DAY_NANOS);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static long timeOfDay(String text) {
        return text.equals("24:00") ? DAY_NANOS : LocalTime.parse(text).toNanoOfDay();
    }
}
