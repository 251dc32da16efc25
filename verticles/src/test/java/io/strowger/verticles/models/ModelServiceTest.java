package io.strowger.verticles.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.ModelAssignment;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.registry.ModelStore;
import io.strowger.models.registry.RegistryException;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelServiceTest {
    private static final String SHOP = "shop";

    @TempDir
    Path folder;

    private Path root;
    private BaseModel base;
    private String apples;
    private String pears;

    @BeforeEach
    void addModels() throws Exception {
        root = folder.resolve("models");
        FixedModels.write(folder.resolve("base"), "nothing", "else");
        base = BaseModel.of(folder.resolve("base"));
        apples = added("apples");
        pears = added("pears");
    }

    @Test
    void shouldReadWhileAnotherChangeIsUnderWay() throws Exception {
        CompletableFuture<Void> assigning = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        ModelService service = new ModelService(root, base, new Engine(() -> {
            assigning.complete(null);
            go.join();
        }));
        CompletableFuture<JsonObject> change = CompletableFuture.supplyAsync(() -> activate(service, apples));
        assigning.get(10, TimeUnit.SECONDS);
        try {
            CompletableFuture<JsonObject> list = CompletableFuture.supplyAsync(() -> list(service));
            assertThat(list.get(10, TimeUnit.SECONDS).getString("inForce"))
                    .isEqualTo(base.model().version());
        } finally {
            go.complete(null);
        }
        assertThat(change.get(10, TimeUnit.SECONDS).getString("inForce")).isEqualTo(apples);
        assertThat(list(service).getString("inForce")).isEqualTo(apples);
    }

    @Test
    void shouldGoBackPastModelsThatWereRemoved() throws Exception {
        ModelService service = new ModelService(root, base, ModelUser.NOBODY);
        String plums = added("plums");
        service.activate(SHOP, apples);
        service.activate(SHOP, pears);
        service.activate(SHOP, plums);
        service.remove(SHOP, pears);

        assertThat(service.rollback(SHOP).getString("inForce")).isEqualTo(apples);
        service.activate(SHOP, plums);
        service.remove(SHOP, apples);
        assertThat(service.rollback(SHOP).getString("inForce"))
                .isEqualTo(base.model().version());
        assertThatThrownBy(() -> service.rollback(SHOP)).hasMessageContaining("nothing to go back to");
    }

    @Test
    void shouldSayThatThereIsNothingToGoBackToWhenAllWereRemoved() throws Exception {
        ModelService service = new ModelService(root, base, ModelUser.NOBODY);
        service.activate(SHOP, apples);
        for (int change = 0; change < 100; change++) { // so many are remembered: the default is not any more
            service.activate(SHOP, change % 2 == 0 ? pears : apples);
        }
        service.remove(SHOP, pears);

        assertThatThrownBy(() -> service.rollback(SHOP))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("nothing to go back to");
        assertThat(service.list(SHOP).getString("inForce")).isEqualTo(apples);
    }

    private String added(String label) throws Exception {
        FixedModels.write(folder.resolve(label), label, "nothing");
        return new ModelStore(root)
                .add(folder.resolve(label), null, null, "", Instant.EPOCH)
                .version();
    }

    private static JsonObject activate(ModelService service, String version) {
        try {
            return service.activate(SHOP, version);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject list(ModelService service) {
        try {
            return service.list(SHOP);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Takes models as long as a test wants. */
    private record Engine(Runnable whileAssigning) implements ModelUser {
        @Override
        public boolean knows(String organization) {
            return true;
        }

        @Override
        public void assign(String organization, @Nullable ModelAssignment assignment) {
            whileAssigning.run();
        }

        @Override
        public void shadow(String organization, @Nullable LinearModel model) {}

        @Override
        public @Nullable ShadowReport shadowReport(String organization) {
            return null;
        }

        @Override
        public List<String> warnings(String organization, LinearModel model) {
            return List.of();
        }
    }
}
