package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.strowger.models.ModelFormatException;
import java.nio.charset.StandardCharsets;

/** Any manifest names a weights file beside it, or is refused by its name. */
class ManifestFuzzTest {
    private static final String NAME = "model.manifest";

    @FuzzTest(maxDuration = "1m")
    void shouldReadAnyManifest(byte[] manifest) {
        try {
            String weights = ModelDirectory.weightsName(NAME, new String(manifest, StandardCharsets.UTF_8));
            assertThat(weights).matches("inline-[0-9a-f]+\\.weights");
            assertThat(ModelDirectory.version(weights)).matches("[0-9a-f]+");
        } catch (ModelFormatException refused) {
            assertThat(refused).hasMessageStartingWith(NAME + " ");
        }
    }
}
