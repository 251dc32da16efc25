package io.strowger.engine.rules;

import java.util.List;

/** What came of compiling a condition. */
public sealed interface Compilation {
    /**
     * The condition can be evaluated.
     *
     * @param condition its compiled form
     * @param certainty whether its value is known without a message
     * @param bounds what it demands of single values
     * @param labels the labels of the models that it compares with
     * @param shape its form
     */
    record Compiled(Condition condition, Certainty certainty, Bounds bounds, List<LabelUse> labels, Shape shape)
            implements Compilation {
        public Compiled {
            labels = List.copyOf(labels);
        }
    }

    /** The condition can't be used. */
    record Refused(RuleProblem problem) implements Compilation {}

    /** What is known of a condition's value without a message. */
    enum Certainty {
        /** It depends on the message. */
        OPEN,
        /** It holds for every message. */
        ALWAYS,
        /** It holds for no message. */
        NEVER
    }

    /**
     * A label that a condition compares a model's answer with.
     *
     * @param path the variable, for example {@code analysis.intent.label}
     * @param label the label
     * @param line where it stands in the condition, from 1 on
     * @param column from 1 on
     */
    record LabelUse(String path, String label, int line, int column) {}
}
