package io.strowger.verticles.session;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.strowger.channels.MessageLimits;
import io.strowger.engine.EngineSettings;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.Strategy;
import io.strowger.models.drift.DriftSettings;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.agents.AgentSessions;
import io.strowger.verticles.config.AgentSettings;
import io.strowger.verticles.config.HttpSettings;
import io.strowger.verticles.config.TcpSettings;
import io.strowger.verticles.drift.DriftMetrics;
import io.strowger.verticles.drift.DriftWatches;
import io.strowger.verticles.gateway.GatewayDependencies;
import io.strowger.verticles.gateway.GatewayVerticle;
import io.strowger.verticles.gateway.QueueMetrics;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.ingest.IngestDependencies;
import io.strowger.verticles.ingest.IngestVerticle;
import io.strowger.verticles.models.BaseModel;
import io.strowger.verticles.models.RunningModels;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.projection.LiveView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server's edge over a real engine, with one event loop, on free ports of the loopback. For integration tests. */
public final class EdgeServer implements AutoCloseable {
    public static final String ORGANIZATION = "demo";
    public static final int LINE_LIMIT_BYTES = 512 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final RoutingEngine engine;
    private final LiveView live;
    private final Explanations explanations;
    private final Tokens tokens;
    private final AgentSessions agents;
    private final EdgeCounters counters = new EdgeCounters();
    private final GatewayVerticle gateway;
    private final IngestVerticle ingest;
    private final RunningModels models;

    private EdgeServer(Path directory, EngineSettings engineSettings, Duration tokenTimeout, int pendingAnswers)
            throws Exception {
        this(
                RoutingEngine.builder()
                        .directory(directory.resolve("journal"))
                        .settings(engineSettings)
                        .organization(organization())
                        .start(),
                new DriftWatches(DriftSettings.DEFAULT, System::nanoTime),
                directory,
                tokenTimeout,
                pendingAnswers);
    }

    private EdgeServer(
            RoutingEngine engine, DriftWatches drift, Path directory, Duration tokenTimeout, int pendingAnswers)
            throws Exception {
        this.engine = engine;
        live = new LiveView(engine);
        live.start();
        explanations = new Explanations(engine);
        explanations.start();
        tokens = Tokens.open(directory, InstantSource.system(), Duration.ofSeconds(5));
        agents = new AgentSessions(
                engine, live, explanations, tokens, new AgentSettings(tokenTimeout, Duration.ofSeconds(2)), counters);
        agents.start();
        ingest = new IngestVerticle(new IngestDependencies(
                engine,
                live,
                tokens,
                new TcpSettings("127.0.0.1", 0, LINE_LIMIT_BYTES, tokenTimeout, pendingAnswers, 1 << 20),
                MessageLimits.DEFAULT,
                counters));
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        models = RunningModels.start(directory.resolve("models"), BaseModel.of(null), drift, engine, meters);
        DriftMetrics.bind(drift, meters);
        gateway = new GatewayVerticle(new GatewayDependencies(
                engine,
                live,
                explanations,
                List.of(live, explanations),
                tokens,
                agents,
                new HttpSettings("127.0.0.1", 0, LINE_LIMIT_BYTES, Duration.ofSeconds(60)),
                MessageLimits.DEFAULT,
                document -> List.of(),
                models.service(),
                drift,
                counters,
                meters,
                new QueueMetrics(explanations, engine, meters)));
        await(vertx.deployVerticle(ingest));
        await(vertx.deployVerticle(gateway));
    }

    public static EdgeServer start(Path directory) throws Exception {
        return new EdgeServer(directory, EngineSettings.DEFAULT, Duration.ofSeconds(5), 1_024);
    }

    /** With the shipped models: every message is analyzed. */
    public static EdgeServer withModels(Path directory) throws Exception {
        return withModels(directory, new DriftWatches(DriftSettings.DEFAULT, System::nanoTime));
    }

    /** With the shipped models, whose answers are watched. */
    public static EdgeServer withModels(Path directory, DriftWatches drift) throws Exception {
        return new EdgeServer(
                RoutingEngine.builder()
                        .directory(directory.resolve("journal"))
                        .analyzer(drift.counting(InlineModels.builtinModel()))
                        .organization(organization())
                        .start(),
                drift,
                directory,
                Duration.ofSeconds(5),
                1_024);
    }

    public static EdgeServer withTokenTimeout(Path directory, Duration timeout) throws Exception {
        return new EdgeServer(directory, EngineSettings.DEFAULT, timeout, 1_024);
    }

    /** With the smallest ring there is, so that it is full at once. */
    public static EdgeServer withSmallRing(Path directory) throws Exception {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EdgeServer(
                directory,
                new EngineSettings(
                        usual.topology(),
                        usual.analyzers(),
                        64,
                        usual.spin(),
                        usual.maxWait(),
                        usual.textLimitBytes(),
                        4,
                        usual.idempotencyBytes()),
                Duration.ofSeconds(5),
                1_024);
    }

    public RoutingEngine engine() {
        return engine;
    }

    public LiveView live() {
        return live;
    }

    public EdgeCounters counters() {
        return counters;
    }

    public int tcpPort() {
        return ingest.port();
    }

    public int httpPort() {
        return gateway.port();
    }

    public String token(Role role, String subject) {
        return tokens.issue(ORGANIZATION, subject, Set.of(role), Duration.ofHours(1));
    }

    public Tokens tokens() {
        return tokens;
    }

    @Override
    public void close() {
        await(vertx.close());
        agents.close();
        models.close();
        explanations.close();
        live.close();
        engine.close();
    }

    private static void await(Future<?> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static OrganizationConfiguration organization() {
        return new OrganizationConfiguration(
                ORGANIZATION,
                List.of(new ChannelConfiguration("web-chat", ChannelKind.CHAT, 1, 5)),
                List.of(new QueueConfiguration(
                        "general",
                        "General",
                        OrderPolicy.PRIORITY_FIFO,
                        0,
                        Strategy.LONGEST_IDLE,
                        50,
                        List.of(),
                        Duration.ofSeconds(30).toNanos(),
                        0,
                        false)),
                List.of(
                        new AgentConfiguration("ada", "Ada", List.of(), List.of("general"), 3),
                        new AgentConfiguration("bob", "Bob", List.of(), List.of("general"), 3)),
                List.of(),
                "general",
                RoutingLimits.DEFAULT);
    }
}
