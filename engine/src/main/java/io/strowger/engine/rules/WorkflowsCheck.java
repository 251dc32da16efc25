package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.WorkflowCheck;
import io.strowger.engine.configuration.WorkflowProblem;
import java.util.ArrayList;
import java.util.List;

/** Whether steps and exception rules are right, with what may have been meant. */
final class WorkflowsCheck {
    private final OrganizationConfiguration configuration;

    WorkflowsCheck(OrganizationConfiguration configuration) {
        this.configuration = configuration;
    }

    List<ConfigurationProblem> problems() {
        List<String> queues =
                configuration.queues().stream().map(QueueConfiguration::id).toList();
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (WorkflowProblem problem : WorkflowCheck.problems(configuration)) {
            String unknown = problem.unknownQueue();
            String meant = unknown == null ? "" : Suggestion.clause(unknown, queues);
            problems.add(ConfigurationProblem.error(problem.path(), problem.message() + meant));
        }
        return problems;
    }
}
