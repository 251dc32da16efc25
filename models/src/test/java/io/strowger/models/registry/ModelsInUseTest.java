package io.strowger.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsInUseTest {
    @TempDir
    Path folder;

    @Test
    void shouldRememberWhatEachOrganizationUses() throws IOException {
        ModelsInUse inUse = new ModelsInUse(folder.resolve("models"));
        assertThat(inUse.of("shop")).isEqualTo(OrganizationModels.INITIAL);

        OrganizationModels shop =
                inUse.of("shop").activate("aa").split("bb", 2_500).shadow("cc");
        inUse.put("shop", shop);
        inUse.put("bank", OrganizationModels.INITIAL.activate("dd"));

        assertThat(new ModelsInUse(folder.resolve("models")).read())
                .containsOnlyKeys("shop", "bank")
                .containsEntry("shop", shop);
    }

    @Test
    void shouldGoBackStepByStep() {
        OrganizationModels models =
                OrganizationModels.INITIAL.activate("aa").activate("aa").activate("bb");
        assertThat(models.history()).isEqualTo(List.of(OrganizationModels.DEFAULT, "aa", "bb"));

        OrganizationModels once = models.split("cc", 5_000).rollback();
        assertThat(once.active()).isEqualTo("aa");
        assertThat(once.candidate()).isNull();
        assertThat(once.rollback().active()).isEqualTo(OrganizationModels.DEFAULT);
        assertThat(once.rollback().rollback()).isNull();
    }

    @Test
    void shouldNameTheFileWhenItIsDamagedOrNewer() throws IOException {
        ModelsInUse inUse = new ModelsInUse(folder);
        inUse.put("shop", OrganizationModels.INITIAL.activate("aa").split("bb", 100));
        Path file = folder.resolve("in-use.manifest");
        String text = Files.readString(file);
        for (String damaged :
                List.of("", text.replace("format: 1", "format: 2"), text.replace("100", "x"), text + "what")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(inUse::read)
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void shouldGiveTheLockToOneOnly() throws IOException {
        try (RegistryLock lock = RegistryLock.tryTake(folder)) {
            assertThat(lock).isNotNull();
            lock.line("http://127.0.0.1:8080");
            assertThat(RegistryLock.tryTake(folder)).isNull();
            assertThat(RegistryLock.lineOf(folder)).isEqualTo("http://127.0.0.1:8080");
        }
        try (RegistryLock again = RegistryLock.tryTake(folder)) {
            assertThat(again).isNotNull();
            assertThat(RegistryLock.lineOf(folder)).isEmpty();
        }
    }
}
