package io.strowger.verticles.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.strowger.engine.Message;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.drift.DriftSettings;
import io.strowger.models.drift.DriftWatch;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.registry.ModelStore;
import io.strowger.models.registry.RegistryException;
import io.strowger.verticles.drift.DriftMetrics;
import io.strowger.verticles.drift.DriftWatches;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningModelsTest {
    private static final String SHOP = "shop";

    @TempDir
    Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Path root;
    private BaseModel base;
    private String apples;
    private String pears;
    private RoutingEngine engine;
    private RunningModels models;

    private final DriftWatches drift = new DriftWatches(DriftSettings.DEFAULT, System::nanoTime);

    @BeforeEach
    void start() throws Exception {
        root = folder.resolve("models");
        FixedModels.write(folder.resolve("base"), "nothing", "else");
        base = BaseModel.of(folder.resolve("base"));
        apples = added("apples", "apples", "nothing");
        pears = added("pears", "pears", "apples", "plums");
        open();
    }

    @AfterEach
    void close() {
        models.close();
        engine.close();
    }

    @Test
    void shouldRouteByTheModelThatWasActivatedAndGoBack() throws Exception {
        assertThat(intent()).isEqualTo("nothing");

        JsonObject change = models.service().activate(SHOP, apples.substring(0, 6));
        assertThat(change.getString("inForce")).isEqualTo(apples);
        assertThat(change.getString("before")).isEqualTo(base.model().version());
        assertThat(intent()).isEqualTo("apples");
        models.service().activate(SHOP, pears);
        assertThat(intent()).isEqualTo("pears");

        models.service().rollback(SHOP);
        assertThat(intent()).isEqualTo("apples");
        models.service().rollback(SHOP);
        assertThat(intent()).isEqualTo("nothing");
        assertThatThrownBy(() -> models.service().rollback(SHOP))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("nothing to go back to");
    }

    @Test
    void shouldUseTheSameModelAfterARestart() throws Exception {
        models.service().activate(SHOP, pears);
        models.close();
        engine.close();

        open();
        assertThat(intent()).isEqualTo("pears");
        assertThat(models.service().list(SHOP).getString("inForce")).isEqualTo(pears);
    }

    @Test
    void shouldKeepTheModelInForceWhenAnotherIsDamaged() throws Exception {
        models.service().activate(SHOP, apples);
        Path weights = ModelDirectory.files(root.resolve(pears)).get(1);
        byte[] whole = Files.readAllBytes(weights);
        Files.write(weights, java.util.Arrays.copyOf(whole, 100));

        assertThatThrownBy(() -> models.service().activate(SHOP, pears))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(weights.toString());
        assertThatThrownBy(() -> models.service().split(SHOP, pears, 5_000)).isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> models.service().shadow(SHOP, pears)).isInstanceOf(ModelFormatException.class);
        assertThat(intent()).isEqualTo("apples");
        assertThat(models.service().list(SHOP).getString("inForce")).isEqualTo(apples);
        assertThat(models.service().list(SHOP).encode()).contains("copy the whole directory again");
    }

    @Test
    void shouldSayHowToMendItWhenTheModelInForceIsDamagedAtTheStart() throws Exception {
        models.service().activate(SHOP, pears);
        models.close();
        Files.delete(ModelDirectory.files(root.resolve(pears)).get(1));

        assertThatThrownBy(() -> RunningModels.start(root, base, drift, engine, meters))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("./strowger models rollback");
        ModelService.atRest(root, base).rollback(SHOP);
        models = RunningModels.start(root, base, drift, engine, meters);
        assertThat(intent()).isEqualTo("nothing");
    }

    @Test
    void shouldWarnWhenRulesAskForLabelsThatTheModelNeverSays() throws Exception {
        assertThat(models.service().activate(SHOP, pears).getJsonArray("warnings"))
                .isEmpty();
        assertThat(models.service().activate(SHOP, "default").getJsonArray("warnings"))
                .hasSize(1)
                .allMatch(
                        warning -> warning.toString().contains("the models never say analysis.intent.label is plums"));
    }

    @Test
    void shouldCompareInTheShadowAndRouteAsBefore() throws Exception {
        models.service().activate(SHOP, apples);
        models.service().shadow(SHOP, pears);
        for (int number = 0; number < 20; number++) {
            assertThat(intent()).isEqualTo("apples");
        }

        await().untilAsserted(
                        () -> assertThat(models.service().shadowReport(SHOP).getLong("compared"))
                                .isEqualTo(20));
        JsonObject head =
                models.service().shadowReport(SHOP).getJsonArray("heads").getJsonObject(0);
        assertThat(head.getString("head")).isEqualTo("intent");
        assertThat(head.getLong("disagreed")).isEqualTo(20);
        assertThat(head.getJsonArray("pairs").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("inForce", "apples")
                        .put("shadow", "pears")
                        .put("count", 20L));
        assertThat(meters.get("models_shadow_disagreements")
                        .tags("head", "intent", "in_force", "apples", "shadow", "pears")
                        .counter()
                        .count())
                .isEqualTo(20);

        models.service().shadow(SHOP, null);
        assertThatThrownBy(() -> models.service().shadowReport(SHOP))
                .hasMessageContaining("no model runs in the shadow");
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("models_shadow"));
    }

    @Test
    void shouldSayThatTheShadowHasFailed() throws Exception {
        TextAnalyzer plain = InlineModels.analyzer(base.model());
        TextAnalyzer failing = new TextAnalyzer() {
            @Override
            public void analyze(byte[] text, int offset, int length, Analysis analysis) {
                throw new IllegalStateException("no weights");
            }

            @Override
            public List<String> labels(Head head) {
                return plain.labels(head);
            }

            @Override
            public String version() {
                return plain.version();
            }

            @Override
            public TextAnalyzer fork() {
                return this;
            }
        };
        Names names = Objects.requireNonNull(engine.directory().organization(SHOP));
        try (ShadowComparison shadow = new ShadowComparison(engine, names, failing, meters)) {
            assertThat(shadow.report().toJson().getString("problem")).isNull();
            shadow.start();
            await().untilAsserted(() -> {
                intent();
                assertThat(shadow.report().toJson().getString("problem"))
                        .contains("failed and has ended", "no weights");
            });
        }
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("models_shadow"));
    }

    @Test
    void shouldShareConversationsUntilAnotherModelIsActivated() throws Exception {
        models.service().activate(SHOP, apples);
        models.service().split(SHOP, pears, 10_000);
        assertThat(intent()).isEqualTo("pears");
        assertThat(models.service().list(SHOP).getJsonObject("split").getDouble("share"))
                .isEqualTo(1.0);

        models.service().split(SHOP, null, 0);
        assertThat(intent()).isEqualTo("apples");
        models.service().split(SHOP, pears, 10_000);
        models.service().activate(SHOP, "default");
        assertThat(intent()).isEqualTo("nothing");
        assertThat(models.service().list(SHOP).getJsonObject("split")).isNull();
    }

    @Test
    void shouldNotShowAnotherOrganizationsOwnModel() throws Exception {
        FixedModels.write(folder.resolve("own"), "secret", "x");
        String own = new ModelStore(root)
                .add(folder.resolve("own"), null, null, "bank", Instant.EPOCH)
                .version();

        assertThat(models.service().list(SHOP).encode()).doesNotContain(own);
        assertThatThrownBy(() -> models.service().activate(SHOP, own)).hasMessageContaining("there is no model");
        assertThatThrownBy(() -> models.service().show(SHOP, own)).hasMessageContaining("there is no model");
    }

    @Test
    void shouldRemoveWhatIsNotInUseOnly() throws Exception {
        models.service().activate(SHOP, apples);
        assertThatThrownBy(() -> models.service().remove(SHOP, apples)).hasMessageContaining("is in use");

        models.service().remove(SHOP, pears);
        assertThat(models.service().list(SHOP).encode()).doesNotContain(pears);
    }

    @Test
    void shouldWatchTheModelsInUseOnly() throws Exception {
        drift.counting(base.model());
        DriftMetrics.bind(drift, meters);
        models.service().activate(SHOP, apples);
        models.service().split(SHOP, pears, 5_000);
        assertThat(watched()).containsExactlyInAnyOrder(base.model().version(), apples, pears);

        models.service().activate(SHOP, pears);
        assertThat(watched()).containsExactlyInAnyOrder(base.model().version(), pears);
        models.service().activate(SHOP, apples);
        intent();
        assertThat(watched()).containsExactlyInAnyOrder(base.model().version(), apples);
        assertThat(meters.get("model_answers")
                        .tags("model", apples, "label", "apples")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        models.service().activate(SHOP, "default");
        assertThat(watched()).containsExactly(base.model().version());
    }

    /** The versions that there are metrics of. */
    private List<String> watched() {
        List<String> shown = meters.getMeters().stream()
                .map(meter -> meter.getId().getTag("model"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertThat(drift.all()).extracting(DriftWatch::model).containsExactlyInAnyOrderElementsOf(shown);
        return shown;
    }

    private String added(String name, String... labels) throws IOException, RegistryException {
        FixedModels.write(folder.resolve(name), labels);
        return new ModelStore(root)
                .add(folder.resolve(name), null, null, "", Instant.EPOCH)
                .version();
    }

    private void open() throws Exception {
        engine = RoutingEngine.builder()
                .directory(folder.resolve("journal"))
                .analyzer(InlineModels.analyzer(base.model()))
                .organization(new OrganizationBuilder(SHOP)
                        .channel("web-chat")
                        .queue("general")
                        .rule("plums", "analysis.intent.label == 'plums'", "general", 50)
                        .build())
                .start();
        models = RunningModels.start(root, base, drift, engine, meters);
    }

    private String intent() {
        return engine.route(SHOP, Message.of("web-chat", "hello")).join().intent();
    }
}
