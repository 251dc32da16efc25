package io.strowger.models.registry;

import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is put together from when it is added.
 *
 * @param directory where it comes from
 * @param files the directory's files
 * @param model what they hold
 * @param own the heads of it that the engine asks for
 * @param base gives the other heads; null for leaving them out
 * @param card replaces the card that the directory has; null for leaving it
 */
record Parts(
        Path directory,
        List<Path> files,
        LinearModel model,
        List<String> own,
        @Nullable LinearModel base,
        @Nullable String card) {
    /** Writes the model; returns where its heads come from, for people. */
    List<String> write(Path made) throws IOException {
        boolean isWhole = base == null || own.size() == ModelStore.HEADS.size();
        List<String> origin = new ArrayList<>(List.of(model.version() + " " + String.join(",", own)));
        if (isWhole && own.size() == model.tasks().size() && card == null) {
            for (Path file : files) {
                Files.copy(file, made.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return origin;
        }
        ModelBuilder builder = new ModelBuilder().complete(model, own);
        if (base != null && !isWhole) {
            List<String> others = ModelStore.HEADS.stream()
                    .filter(head -> !own.contains(head) && base.tasks().contains(head))
                    .toList();
            builder.complete(base, others);
            origin.add(base.version() + " " + String.join(",", others));
        }
        ModelNotes notes = ModelDirectory.notes(directory);
        builder.write(made, new ModelNotes(card == null ? notes.card() : card, notes.metrics()));
        return origin;
    }
}
