package io.strowger.models.linear;

import io.strowger.models.text.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts trained heads together into a model. Used by training, on one thread. */
public final class ModelBuilder {
    private final List<HeadSource> heads = new ArrayList<>();
    private final @Nullable ScriptGroup[] groups = new ScriptGroup[Script.count()];
    private final Map<String, HeadReference> references = new LinkedHashMap<>();
    private List<String> languages = List.of();

    /** Adds a head over message features; all heads of a model have the same number of buckets. */
    public ModelBuilder head(HeadSource head) {
        if (!heads.isEmpty() && heads.get(0).bits() != head.bits()) {
            throw new IllegalArgumentException("heads of one model need the same number of buckets");
        }
        heads.add(head);
        return this;
    }

    /** Names the languages; the script groups refer to them by index. */
    public ModelBuilder languages(List<String> labels) {
        languages = List.copyOf(labels);
        return this;
    }

    /** Adds a script with one language, answered with that confidence in ten-thousandths. */
    public ModelBuilder script(Script script, int language, int confidence) {
        groups[script.code()] = ScriptGroup.single(language, confidence);
        return this;
    }

    /** Adds a script with several languages, indices in the order of the head's outputs. */
    public ModelBuilder script(Script script, int[] indices, HeadSource head) {
        WeightTable table = new WeightTable(head.bits(), head.labels().size());
        head.fill(table, 0);
        groups[script.code()] = ScriptGroup.of(indices.clone(), table, head.head(0));
        return this;
    }

    /**
     * Adds the heads of another model, as they are there, but for those that this one has.
     *
     * @param tasks which of the other model's tasks are wanted
     * @throws IllegalArgumentException when the models have other numbers of buckets
     */
    public ModelBuilder complete(LinearModel other, Collection<String> tasks) {
        MessageWeights message = other.message();
        if (message != null) {
            for (LinearHead head : message.heads()) {
                if (tasks.contains(head.name())
                        && heads.stream().noneMatch(own -> own.name().equals(head.name()))) {
                    head(HeadSource.of(head, message.table()));
                }
            }
        }
        LanguageWeights language = other.language();
        if (languages.isEmpty() && language != null && tasks.contains(LinearModel.LANGUAGE_TASK)) {
            languages = language.labels();
            System.arraycopy(language.groups(), 0, groups, 0, groups.length);
        }
        for (String task : tasks) {
            HeadReference known = other.reference(task);
            if (known != null) {
                references.putIfAbsent(task, known);
            }
        }
        return this;
    }

    /** Adds how a head answered texts that it was not trained on. */
    public ModelBuilder reference(HeadReference reference) {
        references.put(reference.head(), reference);
        return this;
    }

    /** The model, as it would be after writing and reading it. */
    public LinearModel build() throws IOException {
        byte[] bytes = WeightsFormat.encode(message(), language());
        return WeightsFormat.decode("the new model", bytes, WeightsEnvelope.hash(bytes))
                .withReferences(references.values());
    }

    /**
     * Writes the model; what the directory held before is replaced atomically.
     *
     * @return the version of the model
     */
    public String write(Path directory) throws IOException {
        return write(directory, ModelNotes.NONE);
    }

    /** Writes the model and what should be known of it; otherwise as {@link #write(Path)}. */
    public String write(Path directory, ModelNotes notes) throws IOException {
        return ModelDirectory.write(directory, message(), language(), notes, ReferenceFormat.text(references.values()));
    }

    private @Nullable MessageWeights message() {
        if (heads.isEmpty()) {
            return null;
        }
        int outputs = heads.stream().mapToInt(head -> head.labels().size()).sum();
        WeightTable table = new WeightTable(heads.get(0).bits(), outputs);
        List<LinearHead> placed = new ArrayList<>();
        int firstOutput = 0;
        for (HeadSource head : heads) {
            head.fill(table, firstOutput);
            placed.add(head.head(firstOutput));
            firstOutput += head.labels().size();
        }
        return new MessageWeights(table, placed);
    }

    private @Nullable LanguageWeights language() {
        if (languages.isEmpty()) {
            return null;
        }
        int bits = 6;
        for (ScriptGroup group : groups) {
            if (group != null && group.table() != null) {
                bits = Math.max(bits, group.table().bits());
            }
        }
        return new LanguageWeights(bits, languages, groups);
    }
}
