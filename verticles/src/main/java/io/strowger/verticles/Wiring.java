package io.strowger.verticles;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.strowger.channels.MessageLimits;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.pipeline.WarmUp;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.registry.RegistryException;
import io.strowger.verticles.agents.AgentSessions;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.OrganizationReport;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.config.StoreAddress;
import io.strowger.verticles.deep.DeepMetrics;
import io.strowger.verticles.deep.DeepTier;
import io.strowger.verticles.drift.DriftMetrics;
import io.strowger.verticles.drift.DriftWatches;
import io.strowger.verticles.embedded.EmbeddedStores;
import io.strowger.verticles.gateway.GatewayDependencies;
import io.strowger.verticles.gateway.GatewayVerticle;
import io.strowger.verticles.gateway.QueueMetrics;
import io.strowger.verticles.identity.AdminToken;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.ingest.IngestDependencies;
import io.strowger.verticles.ingest.IngestVerticle;
import io.strowger.verticles.models.BaseModel;
import io.strowger.verticles.models.RunningModels;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.projection.LiveView;
import io.strowger.verticles.projection.PostgresProjection;
import io.strowger.verticles.projection.Projection;
import io.strowger.verticles.projection.RedisProjection;
import io.strowger.verticles.session.EdgeCounters;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only place where the parts of a server are put together. They start side by side where they don't need each other; the
 * ports are opened last, when the state is recovered and the admin's token is valid. Used by one thread, once.
 */
public final class Wiring {
    /** How often it is looked whether the models' answers drift. */
    private static final long LOOK_MILLIS = 1_000;

    /** Enough for the compiler to see the hot path; the stores take longer to start. */
    private static final Duration WARM_UP = Duration.ofMillis(800);

    private final ServerConfig config;
    private final Consumer<String> progress;
    private final Runnable onFailure;
    private final Server server;
    private final DriftWatches drift;

    private Wiring(ServerConfig config, Consumer<String> progress, Runnable onFailure) {
        this.config = config;
        this.progress = progress;
        this.onFailure = onFailure;
        this.server = new Server(config.shutdownTimeout());
        this.drift = new DriftWatches(config.drift(), System::nanoTime);
    }

    /**
     * Starts a server and returns when it takes messages.
     *
     * @param progress told in a few words what takes time; any thread, one at a time
     * @param onFailure called once, on a thread of its own, when a stage of the engine has failed and everybody who waited
     *     was told: the process has to end then
     * @throws RuntimeException whose message is a sentence for the operator; nothing is left running then
     */
    public static Server start(ServerConfig config, Consumer<String> progress, Runnable onFailure) {
        Wiring wiring = new Wiring(config, progress, onFailure);
        try {
            wiring.start();
            return wiring.server;
        } catch (IOException e) {
            wiring.server.stop();
            throw CommandFailure.failed("the data directory " + config.dataDirectory() + " can't be used: " + e, e);
        } catch (RuntimeException e) {
            wiring.server.stop();
            throw e;
        }
    }

    private void start() throws IOException {
        CompletableFuture<@Nullable EmbeddedStores> startingStores = SideBySide.beside("stores", this::startStores);
        CompletableFuture<Vertx> startingVertx = SideBySide.beside("network", this::startVertx);
        CompletableFuture<RoutingEngine> startingEngine = SideBySide.beside("engine", this::startEngine);
        SideBySide.settle(startingEngine, startingStores, startingVertx);
        // Whatever became of the others: what did start must be known to whoever stops it.
        server.engine = SideBySide.ifStarted(startingEngine);
        server.stores = SideBySide.ifStarted(startingStores);
        server.vertx = SideBySide.ifStarted(startingVertx);
        RoutingEngine engine = SideBySide.joined(startingEngine);
        SideBySide.joined(startingStores);
        SideBySide.joined(startingVertx);
        Names organization = organization(engine);
        Tokens tokens = Tokens.open(
                config.dataDirectory(), InstantSource.system(), config.tokens().clockSkew());
        Path adminToken = AdminToken.ensure(
                config.dataDirectory(), tokens, organization.configuration().id());
        LiveView live = new LiveView(engine);
        Explanations explanations = new Explanations(engine);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        startDeepTier(engine, live, meters);
        startProjections(engine, live, explanations);
        RunningModels models = startModels(engine, meters);
        openPorts(engine, live, explanations, tokens, adminToken, organization, models, meters);
    }

    private RunningModels startModels(RoutingEngine engine, PrometheusMeterRegistry meters) throws IOException {
        try {
            RunningModels models = RunningModels.start(
                    config.registryDirectory(), BaseModel.of(config.modelsDirectory()), drift, engine, meters);
            server.models = models;
            return models;
        } catch (RegistryException | ModelFormatException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable EmbeddedStores startStores() {
        Set<EmbeddedStores.Store> wanted = EnumSet.noneOf(EmbeddedStores.Store.class);
        if (config.postgres() == null) {
            wanted.add(EmbeddedStores.Store.POSTGRES);
        }
        if (config.redis() == null) {
            wanted.add(EmbeddedStores.Store.REDIS);
        }
        if (wanted.isEmpty()) {
            return null;
        }
        EmbeddedStores stores = EmbeddedStores.start(config.dataDirectory(), wanted, progress);
        stores.closedByShutdown(config.shutdownTimeout().plus(Duration.ofSeconds(5)));
        return stores;
    }

    private Vertx startVertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(config.eventLoops())
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    private RoutingEngine startEngine() {
        RoutingEngine engine = RoutingEngine.builder()
                .journal(config.journal())
                .analyzer(drift.counting(model()))
                .settings(config.engine())
                .onFailure(onFailure)
                .start();
        try {
            WarmUp.run(analyzer(), organization(engine).configuration(), WARM_UP);
            return engine;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private TextAnalyzer analyzer() {
        return InlineModels.analyzer(model());
    }

    private LinearModel model() {
        Path models = config.modelsDirectory();
        try {
            return models == null ? InlineModels.builtinModel() : ModelDirectory.read(models);
        } catch (IOException e) {
            throw CommandFailure.failed("models.directory: " + e.getMessage(), e);
        }
    }

    /** Before the live view starts: the first message counts, too. */
    private void startDeepTier(RoutingEngine engine, LiveView live, PrometheusMeterRegistry meters) {
        Path models = config.modelsDirectory();
        if (!config.deep().enabled() || models == null) {
            return;
        }
        try {
            DeepModel model = DeepModel.read(models);
            DeepTier tier = new DeepTier(engine, models, model::openEncoder, config.deep());
            live.addListener(tier);
            tier.start();
            server.deep = tier;
            DeepMetrics.bind(tier, meters);
        } catch (IOException e) {
            throw CommandFailure.failed("deep.enabled: " + e.getMessage(), e);
        }
    }

    /** The organization of the data directory. An empty one is seeded first. */
    private Names organization(RoutingEngine engine) {
        if (engine.directory().organizationCount() == 0) {
            Decision decision = engine.configure(seed(), 0).join();
            if (decision.outcome != Outcome.DONE) {
                throw CommandFailure.failed(config.organizationDirectory() + ": " + decision.detail);
            }
        }
        Names names = engine.directory().organization(0);
        if (names == null) {
            throw new IllegalStateException("the engine took the organization but does not have it");
        }
        return names;
    }

    private OrganizationConfiguration seed() {
        OrganizationReport report =
                OrganizationReport.of(config.organizationDirectory(), new OrganizationCheck(analyzer()));
        OrganizationConfiguration configuration = report.configuration();
        if (configuration == null || !report.isUsable()) {
            throw new ConfigException(report.errors());
        }
        return configuration;
    }

    private void startProjections(RoutingEngine engine, LiveView live, Explanations explanations) {
        server.projections.add(live);
        server.projections.add(explanations);
        StoreAddress postgres = address(config.postgres(), EmbeddedStores::postgresUri);
        server.projections.add(new PostgresProjection(engine, postgres, config.projection()));
        StoreAddress redis = address(config.redis(), EmbeddedStores::redisUri);
        server.projections.add(new RedisProjection(vertx(), engine, redis, config.projection()));
        server.projections.forEach(Projection::start);
    }

    /** The configured store, else the embedded one. */
    private StoreAddress address(
            @Nullable StoreAddress configured, Function<EmbeddedStores, @Nullable String> embedded) {
        if (configured != null) {
            return configured;
        }
        String uri = server.stores == null ? null : embedded.apply(server.stores);
        if (uri == null) {
            throw new IllegalStateException("a store that is not configured has to be embedded");
        }
        return StoreAddress.of(URI.create(uri), null);
    }

    private void openPorts(
            RoutingEngine engine,
            LiveView live,
            Explanations explanations,
            Tokens tokens,
            Path adminToken,
            Names organization,
            RunningModels models,
            PrometheusMeterRegistry meters)
            throws IOException {
        MessageLimits limits =
                MessageLimits.DEFAULT.withTextBytes(config.engine().textLimitBytes());
        EdgeCounters counters = new EdgeCounters();
        DriftMetrics.bind(drift, meters);
        vertx().setPeriodic(LOOK_MILLIS, timer -> drift.look());
        OrganizationCheck check = new OrganizationCheck(analyzer());
        AgentSessions agents = new AgentSessions(engine, live, explanations, tokens, config.agents(), counters);
        agents.start();
        GatewayDependencies gateway = new GatewayDependencies(
                engine,
                live,
                explanations,
                server.projections,
                tokens,
                agents,
                config.http(),
                limits,
                document -> OrganizationReport.of(document, check).errors(),
                models.service(),
                drift,
                counters,
                meters,
                new QueueMetrics(explanations, engine, meters));
        IngestDependencies ingest = new IngestDependencies(engine, live, tokens, config.tcp(), limits, counters);
        Listeners listeners = new Listeners(vertx(), config.eventLoops(), server.deployments);
        int httpPort = listeners.open(
                "HTTP",
                "--http-port",
                config.http().host(),
                config.http().port(),
                () -> new GatewayVerticle(gateway),
                GatewayVerticle::port);
        int tcpPort = listeners.open(
                "TCP",
                "--tcp-port",
                config.tcp().host(),
                config.tcp().port(),
                () -> new IngestVerticle(ingest),
                IngestVerticle::port);
        models.servedAt(Listeners.address(config.http().host(), httpPort));
        server.places = new Server.Places(
                config.http().host(),
                httpPort,
                config.tcp().host(),
                tcpPort,
                config.dataDirectory(),
                adminToken,
                place(config.postgres(), "postgres.uri"),
                place(config.redis(), "redis.uri"),
                organization.configuration().id(),
                engine.recoveredState().sequence());
    }

    private String place(@Nullable StoreAddress external, String file) {
        return external == null
                ? "embedded, " + config.dataDirectory().resolve(file) + " says how to reach it"
                : external.uri().toString();
    }

    private Vertx vertx() {
        Vertx started = server.vertx;
        if (started == null) {
            throw new IllegalStateException("the network has not been started");
        }
        return started;
    }
}
