package io.strowger.verticles.models;

import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The model that is used where no other was activated.
 *
 * @param model the model
 * @param origin where it comes from, for people
 */
public record BaseModel(LinearModel model, String origin) {
    /**
     * The configured one, else the shipped one.
     *
     * @param directory the key {@code models.directory}
     * @throws io.strowger.models.ModelFormatException when the directory's model can't be used
     */
    public static BaseModel of(@Nullable Path directory) throws IOException {
        return directory == null
                ? new BaseModel(InlineModels.builtinModel(), "shipped with Strowger")
                : new BaseModel(ModelDirectory.read(directory), "models.directory " + directory);
    }
}
