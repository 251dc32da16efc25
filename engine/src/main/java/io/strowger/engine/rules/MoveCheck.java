package io.strowger.engine.rules;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.StepConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where waiting conversations can be moved by steps, overflow and exception rules: ways that lead back to where they
 * began, and steps that never come or change nothing. All of it is allowed, as no rule is set off twice in a stay, but
 * seldom meant. Cold.
 */
final class MoveCheck {
    private final OrganizationConfiguration configuration;

    /** The moves from each queue, in their order. */
    private final Map<String, List<Move>> moves = new LinkedHashMap<>();

    private final Set<String> left = new HashSet<>();
    private final List<Move> way = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /** A check of a configuration whose queues exist where they are named. */
    MoveCheck(OrganizationConfiguration configuration) {
        this.configuration = configuration;
        configuration.queues().forEach(queue -> moves.put(queue.id(), new ArrayList<>()));
    }

    List<ConfigurationProblem> problems() {
        for (int index = 0; index < configuration.rules().size(); index++) {
            steps("rules[" + index + "]", configuration.rules().get(index));
        }
        for (QueueConfiguration queue : configuration.queues()) {
            String overflow = queue.bound().overflowQueue();
            if (overflow != null) {
                add(queue.id(), overflow, "overflow", "queues");
            }
        }
        for (int index = 0; index < configuration.workflows().exceptions().size(); index++) {
            exception(
                    "exceptions[" + index + "]",
                    configuration.workflows().exceptions().get(index));
        }
        for (QueueConfiguration queue : configuration.queues()) {
            walk(queue.id());
        }
        return problems;
    }

    private void steps(String path, RuleConfiguration rule) {
        String place = rule.firstQueue();
        long timeToLive = configuration.limits().lifecycle().timeToLiveNanos();
        long waited = 0;
        List<StepConfiguration> steps = rule.steps().all();
        for (int index = 0; index < steps.size(); index++) {
            StepConfiguration step = steps.get(index);
            String where = index < rule.steps().steps().size() ? path + ".steps[" + index + "]" : path + ".overflow";
            String next = step.queue() == null ? place : step.queue();
            if (index > 0 && timeToLive > 0 && waited >= timeToLive) {
                warn(where, "it never comes: the stay has expired by then, see limits.timeToLive");
            }
            boolean changes = step.priority() != null
                    || step.raise() != 0
                    || !step.relax().isEmpty();
            if (index > 0 && !changes && (next == null || next.equals(place))) {
                warn(
                        where,
                        "it changes nothing: it has neither another queue nor another priority, and relaxes nothing");
            }
            if (index > 0 && place != null && next != null && !next.equals(place)) {
                add(place, next, "rule " + rule.id(), where);
            }
            place = next;
            waited += step.timeoutNanos();
        }
    }

    private void exception(String path, ExceptionRule rule) {
        for (ExceptionAction action : rule.actions()) {
            String target = action.queue();
            if (action.kind() == ActionKind.MOVE && target != null) {
                for (QueueConfiguration queue : configuration.queues()) {
                    boolean concerns = rule.queue() == null || rule.queue().equals(queue.id());
                    if (concerns && !queue.id().equals(target)) {
                        add(queue.id(), target, "exception " + rule.id(), path);
                    }
                }
            }
        }
    }

    private void add(String from, String to, String by, String path) {
        moves.getOrDefault(from, new ArrayList<>()).add(new Move(to, by, path));
    }

    /** Follows all moves from a queue; each queue is left once. */
    private void walk(String queue) {
        if (!left.add(queue)) {
            return;
        }
        for (Move move : moves.getOrDefault(queue, List.of())) {
            way.add(new Move(queue, move.by(), move.path()));
            int back = indexOf(move.to());
            if (back >= 0) {
                tell(way.subList(back, way.size()));
            } else {
                walk(move.to());
            }
            way.remove(way.size() - 1);
        }
    }

    private int indexOf(String queue) {
        for (int index = 0; index < way.size(); index++) {
            if (way.get(index).to().equals(queue)) {
                return index;
            }
        }
        return -1;
    }

    private void tell(List<Move> cycle) {
        Set<String> queues = new TreeSet<>();
        cycle.forEach(each -> queues.add(each.to()));
        if (!told.add(String.join("\n", queues))) {
            return;
        }
        StringBuilder way = new StringBuilder();
        cycle.forEach(
                each -> way.append(each.to()).append(" -> (").append(each.by()).append(") "));
        warn(
                cycle.get(cycle.size() - 1).path(),
                "conversations can be moved in a circle: "
                        + way.append(cycle.get(0).to()));
    }

    private void warn(String path, String message) {
        problems.add(ConfigurationProblem.warning(path, message));
    }

    /** A way out of a queue, or, on a way, the queue that was left. */
    private record Move(String to, String by, String path) {}
}
