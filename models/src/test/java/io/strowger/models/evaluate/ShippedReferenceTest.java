package io.strowger.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.data.SupportFolder;
import io.strowger.models.data.SupportText;
import io.strowger.models.drift.References;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The references beside the shipped weights are theirs. Training writes both; with {@code -Dstrowger.write-docs=true} the
 * references are measured again and the model is written with them.
 */
class ShippedReferenceTest {
    private static final Path SHIPPED = Path.of("src/main/resources/io/strowger/models/builtin");

    @Test
    void shouldKeepTheReferencesOfTheShippedWeights() throws IOException {
        LinearModel model = InlineModels.builtinModel();
        List<byte[]> texts = SupportFolder.read(Path.of("data", "support")).stream()
                .filter(SupportText::isHeldOut)
                .map(SupportText::text)
                .toList();
        if (Boolean.getBoolean("strowger.write-docs")) {
            ModelBuilder builder = new ModelBuilder().complete(model, model.tasks());
            for (String task : model.tasks()) {
                builder.reference(References.of(task, model.classifier(task), texts));
            }
            assertThat(builder.write(SHIPPED)).isEqualTo(model.version());
            return;
        }
        for (String task : model.tasks()) {
            assertThat(model.reference(task)).isEqualTo(References.of(task, model.classifier(task), texts));
        }
    }
}
