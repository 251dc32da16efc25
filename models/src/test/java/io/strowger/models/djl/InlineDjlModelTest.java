package io.strowger.models.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineDjlModelTest {
    private static final int BITS = 6;

    @TempDir
    Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        new ModelBuilder().head(head("topic")).head(head("mood")).write(folder);
    }

    @Test
    void shouldPredictThroughCriteria() throws Exception {
        try (ZooModel<String, Classifications> model = criteria("mood").loadModel();
                Predictor<String, Classifications> predictor = model.newPredictor()) {
            Classifications one = predictor.predict("hello");
            List<Classifications> many = predictor.batchPredict(List.of("hello", "", "Grüße"));

            assertThat(one.getClassNames()).containsExactly("a", "b");
            assertThat(one.best().getClassName()).isEqualTo("b");
            assertThat(one.best().getProbability()).isGreaterThan(0.5);
            assertThat(many).hasSize(3);
            assertThat(many.get(0).best().getProbability()).isEqualTo(one.best().getProbability());
        }
    }

    @Test
    void shouldNameTheHeadsWhenTheOptionNamesNone() {
        assertThatThrownBy(() -> criteria("intent").loadModel())
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("[topic, mood]");
    }

    @Test
    void shouldSayWhatIsWrongWithADirectory() {
        Path empty = folder.resolve("..");

        assertThatThrownBy(() -> criteria("mood", empty).loadModel()).hasMessageContaining("model.manifest");
    }

    private Criteria<String, Classifications> criteria(String head) {
        return criteria(head, folder);
    }

    private static Criteria<String, Classifications> criteria(String head, Path directory) {
        return Criteria.builder()
                .setTypes(String.class, Classifications.class)
                .optEngine(StrowgerEngine.NAME)
                .optModelPath(directory)
                .optOption(InlineDjlModel.HEAD, head)
                .optTranslator(new TextTranslator())
                .build();
    }

    private static HeadSource head(String name) {
        return new HeadSource(name, List.of("a", "b"), BITS, new byte[2 << BITS], 0.1, new float[] {0, 1}, 1);
    }
}
