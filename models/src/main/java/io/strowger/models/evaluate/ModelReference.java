package io.strowger.models.evaluate;

import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a caller names one head of a model: {@code builtin:<head>}, a model directory, or {@code DIRECTORY#<head>}. */
final class ModelReference {
    private static final String BUILTIN = "builtin:";

    private ModelReference() {}

    static TextClassifier classifier(String reference) throws IOException {
        if (reference.startsWith(BUILTIN)) {
            return head(reference, InlineModels.builtinModel(), reference.substring(BUILTIN.length()));
        }
        int hash = reference.lastIndexOf('#');
        if (hash > 0) {
            LinearModel model = ModelDirectory.read(Path.of(reference.substring(0, hash)));
            return head(reference, model, reference.substring(hash + 1));
        }
        LinearModel model = ModelDirectory.read(Path.of(reference));
        if (model.tasks().size() > 1) {
            throw new IllegalArgumentException("model '" + reference + "' has the heads " + model.tasks()
                    + "; name one as '" + reference + "#head'");
        }
        return model.classifier(model.tasks().get(0));
    }

    private static TextClassifier head(String reference, LinearModel model, String head) {
        List<String> tasks = model.tasks();
        if (!tasks.contains(head)) {
            throw new IllegalArgumentException(
                    "model '" + reference + "': there is no head '" + head + "', only " + tasks);
        }
        return model.classifier(head);
    }
}
