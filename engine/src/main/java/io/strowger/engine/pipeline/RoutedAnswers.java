package io.strowger.engine.pipeline;

import io.strowger.engine.Routed;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words. */
final class RoutedAnswers {
    private RoutedAnswers() {}

    static Routed inWords(Decision decision, long decisionNanos, Directory directory) {
        Names names = directory.organization(decision.organization);
        NameTable labels = directory.labels();
        return new Routed(
                decision.outcome,
                decision.sequence,
                decision.conversation,
                decision.state,
                names == null ? null : name(names.queues(), decision.queue),
                decision.priority,
                names == null ? null : name(names.agents(), decision.agent),
                names == null ? null : name(names.rules(), decision.rule),
                name(labels, decision.analysis.label(Head.LANGUAGE)),
                name(labels, decision.analysis.label(Head.INTENT)),
                name(labels, decision.analysis.label(Head.SENTIMENT)),
                name(labels, decision.analysis.label(Head.URGENCY)),
                decisionNanos);
    }

    private static @Nullable String name(NameTable table, int number) {
        return number < 0 ? null : table.name(number);
    }
}
