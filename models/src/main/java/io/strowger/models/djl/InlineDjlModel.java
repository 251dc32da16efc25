package io.strowger.models.djl;

import ai.djl.BaseModel;
import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model directory as a DJL model. The option {@link #HEAD} says which head its predictors answer; it may be left out
 * where the model has one.
 */
public final class InlineDjlModel extends BaseModel {
    /** The name of the option that names a head. */
    public static final String HEAD = "head";

    InlineDjlModel(String name, NDManager baseManager) {
        super(name);
        manager = baseManager;
        manager.setName("inline model");
    }

    @Override
    public void load(Path path, @Nullable String prefix, @Nullable Map<String, ?> options)
            throws IOException, MalformedModelException {
        setModelDir(path);
        LinearModel model;
        try {
            model = ModelDirectory.read(path);
        } catch (ModelFormatException malformed) {
            throw new MalformedModelException(malformed.getMessage(), malformed);
        }
        block = new InlineBlock(model, head(model, options));
        wasLoaded = true;
    }

    private static String head(LinearModel model, @Nullable Map<String, ?> options) throws MalformedModelException {
        Object asked = options == null ? null : options.get(HEAD);
        if (asked == null && model.tasks().size() == 1) {
            return model.tasks().get(0);
        }
        if (asked == null || !model.tasks().contains(asked.toString())) {
            throw new MalformedModelException(
                    "the option '" + HEAD + "' must name one of the model's heads " + model.tasks() + ", not " + asked);
        }
        return asked.toString();
    }
}
