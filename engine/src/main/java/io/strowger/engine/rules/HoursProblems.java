package io.strowger.engine.rules;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.configuration.BoundCheck;
import io.strowger.engine.configuration.HoursCheck;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.WhenClosed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with calendars, and with the hours of queues. */
final class HoursProblems {
    private final OrganizationConfiguration configuration;
    private final List<String> calendars;
    private final List<String> queues;
    private final Map<String, QueueConfiguration> queuesById;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    HoursProblems(OrganizationConfiguration configuration) {
        this.configuration = configuration;
        calendars = configuration.calendars().stream()
                .map(CalendarConfiguration::id)
                .toList();
        queues = configuration.queues().stream().map(QueueConfiguration::id).toList();
        queuesById = BoundCheck.byId(configuration.queues());
    }

    List<ConfigurationProblem> problems() {
        for (int index = 0; index < calendars.size(); index++) {
            calendar("calendars[" + index + "]", index);
        }
        for (int index = 0; index < configuration.queues().size(); index++) {
            queue("queues[" + index + "]", configuration.queues().get(index));
        }
        return problems;
    }

    private void calendar(String path, int index) {
        String id = calendars.get(index);
        int first = calendars.indexOf(id);
        if (first < index) {
            problems.add(
                    ConfigurationProblem.error(path + ".id", id + " is the id of calendars[" + first + "] already"));
        }
        boolean isUsed = configuration.queues().stream()
                .anyMatch(queue -> id.equals(queue.service().hours().calendar()));
        if (!isUsed) {
            problems.add(ConfigurationProblem.warning(path, "no queue has the calendar " + id));
        }
    }

    private void queue(String path, QueueConfiguration queue) {
        targets(path + ".targets.", queue.service().targets());
        QueueHours hours = queue.service().hours();
        String calendar = hours.calendar();
        if (calendar != null && !calendars.contains(calendar)) {
            problems.add(ConfigurationProblem.error(
                    path + ".calendar", "there is no calendar " + calendar + Suggestion.clause(calendar, calendars)));
        }
        String closedQueue = hours.closedQueue();
        if (closedQueue != null && !queues.contains(closedQueue)) {
            problems.add(ConfigurationProblem.error(
                    path + ".closedQueue",
                    "there is no queue " + closedQueue + Suggestion.clause(closedQueue, queues)));
            return;
        }
        String problem = HoursCheck.problem(queue, queuesById);
        if (problem != null) {
            int colon = problem.indexOf(':');
            problems.add(ConfigurationProblem.error(
                    path + "." + problem.substring(0, colon),
                    problem.substring(colon + 1).strip()));
        } else if (hours.clearsAtClosing() && (calendar == null || hours.whenClosed() == WhenClosed.WAIT)) {
            problems.add(ConfigurationProblem.warning(
                    path + ".clearAtClosing", "it has no effect, because nothing happens when the queue closes"));
        }
    }

    private void targets(String path, ServiceTargets targets) {
        time(path + "timeToAssign", targets.timeToAssignNanos());
        time(path + "firstResponse", targets.firstResponseNanos());
        time(path + "nextResponse", targets.nextResponseNanos());
        time(path + "resolution", targets.resolutionNanos());
    }

    private void time(String path, long nanos) {
        if (nanos < 0 || nanos > ServiceTargets.MAX_NANOS) {
            problems.add(ConfigurationProblem.error(path, "the time must be between 0 and ten years"));
        }
    }
}
