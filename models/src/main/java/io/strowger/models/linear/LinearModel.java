package io.strowger.models.linear;

import io.strowger.models.text.NgramScanner;
import io.strowger.models.text.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of an inline model. Immutable and shared by any number of threads; {@link #classifier} makes what a thread
 * asks.
 */
public final class LinearModel {
    /** The task whose head has features and a table of its own. */
    public static final String LANGUAGE_TASK = "language";

    /** Of the buckets that nobody looks at. */
    static final int UNUSED_BITS = 6;

    private final String version;
    private final @Nullable MessageWeights message;
    private final @Nullable LanguageWeights language;
    private final List<HeadReference> references;

    LinearModel(String version, @Nullable MessageWeights message, @Nullable LanguageWeights language) {
        this(version, message, language, List.of());
    }

    private LinearModel(
            String version,
            @Nullable MessageWeights message,
            @Nullable LanguageWeights language,
            Collection<HeadReference> references) {
        this.version = version;
        this.message = message;
        this.language = language;
        this.references = List.copyOf(references);
    }

    /** The same weights, with what is known of their answers. */
    LinearModel withReferences(Collection<HeadReference> known) {
        return new LinearModel(version, message, language, known);
    }

    /** How a task's head answered texts that it was not trained on; null when that is not known. */
    public @Nullable HeadReference reference(String task) {
        return references.stream()
                .filter(reference -> reference.head().equals(task))
                .findFirst()
                .orElse(null);
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
        LinearHead head = messageHead(task);
        return head == null ? List.of() : head.labels();
    }

    /**
     * The weights of a task that is read from message features, to begin another training with.
     *
     * @return null when the model does not answer the task from message features
     */
    public @Nullable HeadSource source(String task) {
        LinearHead head = messageHead(task);
        return head == null || message == null ? null : HeadSource.of(head, message.table());
    }

    /**
     * The weights with which a task is answered.
     *
     * @param script the one that most letters of the text belong to: it decides which languages are weighed
     * @return null when no n-gram has a say: the model does not answer the task, or the script alone tells the language
     */
    public @Nullable HeadWeights weights(String task, Script script) {
        if (task.equals(LANGUAGE_TASK) && language != null) {
            ScriptGroup group = language.groups()[script.code()];
            return group == null || group.table() == null || group.head() == null
                    ? null
                    : new HeadWeights(
                            group.table(),
                            group.head(),
                            language.bits() - group.table().bits());
        }
        LinearHead head = messageHead(task);
        return head == null || message == null ? null : new HeadWeights(message.table(), head, 0);
    }

    /** A scanner whose buckets are those of this model's tables. */
    public NgramScanner scanner() {
        return new NgramScanner(
                message == null ? UNUSED_BITS : message.table().bits(),
                language == null ? UNUSED_BITS : language.bits());
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

    /** The head that answers a task from message features, if there is one. */
    @Nullable
    LinearHead messageHead(String task) {
        if (message != null) {
            for (LinearHead head : message.heads()) {
                if (head.name().equals(task)) {
                    return head;
                }
            }
        }
        return null;
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
