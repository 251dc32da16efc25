package io.strowger.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String[] TEXTS = {
        "Where is my order 4711?", "Ich wurde zweimal belastet!!", "merci beaucoup", "", "商品がまだ届いていません。"
    };

    @TempDir
    Path folder;

    private Path trained;
    private ModelStore store;

    @BeforeEach
    void prepare() {
        trained = folder.resolve("trained");
        store = new ModelStore(folder.resolve("models"));
    }

    @Test
    void shouldKeepAModelAsItIsWhenNothingIsToBeAdded() throws Exception {
        ModelNotes notes = new ModelNotes("# A card\n", "{\"texts\":3}");
        String version = SmallModels.write(trained, "intent", 1, notes, "a", "b", "c");

        StoredModel stored = store.add(trained, null, null, "", NOW);

        assertThat(stored.version()).isEqualTo(version);
        assertThat(stored.heads()).containsExactly(java.util.Map.entry("intent", 3));
        assertThat(stored.added()).isEqualTo(NOW.toString());
        assertThat(stored.problem()).isEmpty();
        assertThat(store.notes(version)).isEqualTo(notes);
        assertThat(store.load(version).labels("intent")).containsExactly("a", "b", "c");
        assertThat(store.list()).containsExactly(stored);
        assertThat(store.add(trained, null, null, "", NOW.plusSeconds(9))).isEqualTo(stored);
    }

    @Test
    void shouldAnswerAsBothModelsWhenTheBaseGivesTheOtherHeads() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b", "c");

        StoredModel stored = store.add(trained, InlineModels.builtinModel(), null, "", NOW);

        assertThat(stored.heads().keySet()).containsExactlyInAnyOrderElementsOf(ModelStore.HEADS);
        TextAnalyzer whole = InlineModels.analyzer(store.load(stored.version()));
        TextAnalyzer own = InlineModels.load(trained);
        TextAnalyzer base = InlineModels.builtin();
        for (String text : TEXTS) {
            Analysis got = analysis(whole, text);
            Analysis fromBase = analysis(base, text);
            for (Head head : Head.values()) {
                Analysis expected = head == Head.INTENT ? analysis(own, text) : fromBase;
                TextAnalyzer expectedModel = head == Head.INTENT ? own : base;
                assertThat(got.confidence(head)).isEqualTo(expected.confidence(head));
                assertThat(whole.labels(head).get(got.label(head)))
                        .isEqualTo(expectedModel.labels(head).get(expected.label(head)));
            }
            assertThat(got.sentimentScore()).isEqualTo(fromBase.sentimentScore());
        }
    }

    @Test
    void shouldLoseNothingWhenHeadsAreTakenOver() throws IOException {
        LinearModel shipped = InlineModels.builtinModel();

        LinearModel copy =
                new ModelBuilder().complete(shipped, ModelStore.HEADS).build();

        assertThat(copy.version()).isEqualTo(shipped.version());
    }

    @Test
    void shouldRefuseAModelWithoutAHeadOfOurs() throws Exception {
        SmallModels.write(trained, "topic", 1, "a", "b");

        assertThatThrownBy(() -> store.add(trained, null, null, "", NOW))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("has the heads [topic]");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void shouldNameTheFileWhenOneIsMissingCutOrChanged() throws Exception {
        SmallModels.write(trained, "intent", 1, new ModelNotes("# A card\n", "{}"), "a", "b");
        String version = store.add(trained, null, null, "", NOW).version();
        Path directory = folder.resolve("models").resolve(version);
        for (Path file : ModelDirectory.files(directory)) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertDamaged(version, file, "is missing");
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
            assertDamaged(
                    version, file.getFileName().toString().equals(ModelDirectory.MANIFEST) ? directory : file, "");
            byte[] changed = whole.clone();
            changed[whole.length - 2] ^= 1;
            Files.write(file, changed);
            assertDamaged(version, directory, "");
            Files.write(file, whole);
            assertThat(store.load(version).version()).isEqualTo(version);
        }
    }

    @Test
    void shouldRefuseTheContentOfAnotherVersion() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        String version = store.add(trained, null, null, "", NOW).version();
        Path directory = folder.resolve("models").resolve(version);
        SmallModels.write(directory, "intent", 2, "a", "b");

        assertDamaged(version, directory.resolve(ModelDirectory.MANIFEST), "is not the one that was added");
    }

    @Test
    void shouldRefuseANewerFormat() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        Path manifest = trained.resolve(ModelDirectory.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("format: 1", "format: 7"));

        assertThatThrownBy(() -> store.add(trained, null, null, "", NOW))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(manifest.toString())
                .hasMessageContaining("format 7");
    }

    @Test
    void shouldReplaceADamagedModelWhenItIsAddedAgain() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel stored = store.add(trained, null, null, "", NOW);
        Files.delete(ModelDirectory.files(stored.directory()).get(1));
        assertThat(store.list().get(0).problem()).contains("is missing");

        assertThat(store.add(trained, null, null, "", NOW).problem()).isEmpty();
        assertThat(store.load(stored.version()).version()).isEqualTo(stored.version());
    }

    @Test
    void shouldAddManyModelsAtOnce() throws Exception {
        int many = 8;
        List<CompletableFuture<String>> adding = new ArrayList<>();
        Set<String> written = new HashSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            for (int number = 0; number < many; number++) {
                Path directory = folder.resolve("trained" + number);
                written.add(SmallModels.write(directory, "intent", number, "a", "b"));
                adding.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return new ModelStore(folder.resolve("models"))
                                        .add(directory, null, "# A card", "", NOW)
                                        .version();
                            } catch (IOException | RegistryException e) {
                                throw new CompletionException(e);
                            }
                        },
                        threads));
            }
            for (CompletableFuture<String> each : adding) {
                assertThat(written).contains(each.get(60, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.list()).hasSize(many).allMatch(model -> model.problem().isEmpty());
    }

    @Test
    void shouldRefuseKnownContentForSomebodyElse() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel everybodys = store.add(trained, null, null, "", NOW);
        assertThatThrownBy(() -> store.add(trained, null, null, "acme", NOW))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("there already, for every organization; leave --own out");

        store.remove(everybodys.version());
        StoredModel own = store.add(trained, null, null, "acme", NOW);
        assertThat(store.add(trained, null, null, "acme", NOW)).isEqualTo(own);
        assertThatThrownBy(() -> store.add(trained, null, null, "", NOW))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("the organization acme's own");
    }

    @Test
    void shouldReadTheFilesAgainOnlyWhenOneHasChanged() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel stored = store.add(trained, null, null, "", NOW);
        Path weights = ModelDirectory.files(stored.directory()).get(1);
        FileTime time = Files.getLastModifiedTime(weights);
        byte[] changed = Files.readAllBytes(weights);
        changed[changed.length / 2] ^= 1;
        Files.write(weights, changed);
        Files.setLastModifiedTime(weights, time);
        assertThat(store.list()).containsExactly(stored);
        assertThat(new ModelStore(folder.resolve("models")).list().get(0).problem())
                .contains("another content");

        Files.setLastModifiedTime(weights, FileTime.from(time.toInstant().plusSeconds(1)));
        assertThat(store.list().get(0).problem()).contains("another content");
        assertDamaged(stored.version(), weights, "another content");
    }

    @Test
    void shouldShowThatAModelIsDamagedAsSoonAsLoadingItHasFailed() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel stored = store.add(trained, null, null, "", NOW);
        Path weights = ModelDirectory.files(stored.directory()).get(1);
        FileTime time = Files.getLastModifiedTime(weights);
        byte[] changed = Files.readAllBytes(weights);
        changed[changed.length / 2] ^= 1;
        Files.write(weights, changed);
        Files.setLastModifiedTime(weights, time);

        assertDamaged(stored.version(), weights, "another content");
        assertThat(store.list().get(0).problem()).contains("another content");
    }

    @Test
    void shouldFindAModelByTheBeginningOfItsVersion() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel stored = store.add(trained, null, null, "", NOW);

        assertThat(store.find(stored.version().substring(0, 4))).isEqualTo(stored);
        assertThatThrownBy(() -> store.find("zzzz")).hasMessageContaining("no model 'zzzz'");
    }

    @Test
    void shouldForgetAModelAndLeftoversOfACrash() throws Exception {
        SmallModels.write(trained, "intent", 1, "a", "b");
        StoredModel stored = store.add(trained, null, null, "", NOW);
        Files.createDirectories(folder.resolve("models/.adding-crashed"));
        store.remove(stored.version());
        assertThat(store.list()).isEmpty();

        store.add(trained, null, null, "acme", NOW);
        assertThat(folder.resolve("models/.adding-crashed")).doesNotExist();
        assertThat(store.list()).extracting(StoredModel::organization).isEqualTo(List.of("acme"));
    }

    private void assertDamaged(String version, Path file, String words) {
        assertThatThrownBy(() -> store.load(version))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(words);
    }

    private static Analysis analysis(TextAnalyzer analyzer, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Analysis analysis = new Analysis();
        analyzer.analyze(utf8, 0, utf8.length, analysis);
        return analysis;
    }
}
