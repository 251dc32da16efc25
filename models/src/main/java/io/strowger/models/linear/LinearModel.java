package io.strowger.models.linear;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of an inline model. Immutable and shared by any number of threads; {@link #classifier} makes what a thread
 * asks.
 */
public final class LinearModel {
    /** The task whose head has features and a table of its own. */
    public static final String LANGUAGE_TASK = "language";

    private final String version;
    private final @Nullable MessageWeights message;
    private final @Nullable LanguageWeights language;

    LinearModel(String version, @Nullable MessageWeights message, @Nullable LanguageWeights language) {
        this.version = version;
        this.message = message;
        this.language = language;
    }

    /** The hash of the content, in lower-case hexadecimal digits. */
    public String version() {
        return version;
    }

    /** The tasks that this model answers. */
    public List<String> tasks() {
        List<String> tasks = new ArrayList<>();
        if (language != null) {
            tasks.add(LANGUAGE_TASK);
        }
        if (message != null) {
            for (LinearHead head : message.heads()) {
                tasks.add(head.name());
            }
        }
        return List.copyOf(tasks);
    }

    /** The labels of a task in the order of their indices; empty when the model does not answer it. */
    public List<String> labels(String task) {
        if (task.equals(LANGUAGE_TASK) && language != null) {
            return language.labels();
        }
        if (message != null) {
            for (LinearHead head : message.heads()) {
                if (head.name().equals(task)) {
                    return head.labels();
                }
            }
        }
        return List.of();
    }

    /**
     * The weights of a task that is read from message features, to begin another training with.
     *
     * @return null when the model does not answer the task from message features
     */
    public @Nullable HeadSource source(String task) {
        if (message != null) {
            for (LinearHead head : message.heads()) {
                if (head.name().equals(task)) {
                    return HeadSource.of(head, message.table());
                }
            }
        }
        return null;
    }

    /**
     * Something that answers one task, for one thread.
     *
     * @throws IllegalArgumentException when the model does not answer the task
     */
    public TextClassifier classifier(String task) {
        if (labels(task).isEmpty()) {
            throw new IllegalArgumentException("the model answers " + tasks() + ", not '" + task + "'");
        }
        return new TextClassifier(this, task);
    }

    @Nullable
    MessageWeights message() {
        return message;
    }

    @Nullable
    LanguageWeights language() {
        return language;
    }
}
