package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.Ports;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. Deploy one instance an event loop: they share the port and the connections. Messages take a short way
 * past the router.
 */
public final class GatewayVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayVerticle.class);
    private static final String MESSAGES = "/api/v1/messages";
    private static final String AGENT = "/api/v1/agent";
    private static final int WORKERS = 2;
    private static final int MAX_FRAME_BYTES = 64 << 10;

    private final GatewayDependencies dependencies;
    private @Nullable HttpServer server;
    private @Nullable WorkerExecutor workers;
    private @Nullable MessageRoute messages;

    public GatewayVerticle(GatewayDependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** The port that it listens on; valid once it is deployed. */
    public int port() {
        HttpServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("the gateway does not listen yet");
        }
        return listening.actualPort();
    }

    @Override
    public Future<?> start() {
        ServerMetrics.bind(dependencies);
        AnswerLoop loop = new AnswerLoop(vertx, dependencies.engine());
        WorkerExecutor readers = vertx.createSharedWorkerExecutor("strowger-events", WORKERS);
        workers = readers;
        MessageRoute route = new MessageRoute(dependencies, loop);
        messages = route;
        Router router = router(loop, readers);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(dependencies.settings().host())
                .setPort(Ports.http(dependencies.settings().port()))
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setHandle100ContinueAutomatically(true)
                .setMaxWebSocketFrameSize(MAX_FRAME_BYTES)
                .setMaxWebSocketMessageSize(MAX_FRAME_BYTES)
                .setIdleTimeout((int) dependencies.settings().idleTimeout().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        HttpServer made = vertx.createHttpServer(options).requestHandler(request -> {
            if (HttpMethod.POST.equals(request.method()) && MESSAGES.equals(request.path())) {
                route.handle(request);
            } else {
                router.handle(request);
            }
        });
        server = made;
        return made.listen();
    }

    /** Answers the messages that still wait, before the connections are closed. */
    @Override
    public Future<?> stop() {
        MessageRoute open = messages;
        if (open != null) {
            open.close();
        }
        WorkerExecutor readers = workers;
        return readers == null ? Future.succeededFuture() : readers.close();
    }

    private Router router(AnswerLoop loop, WorkerExecutor readers) {
        Router router = Router.router(vertx);
        Requests requests = new Requests(vertx, dependencies);
        // Known, so that another method than POST is answered with 405 rather than 404.
        router.post(MESSAGES).handler(RoutingContext::next);
        new ReadRoutes(vertx, dependencies, requests).mount(router);
        new StatisticsRoutes(vertx, dependencies, requests).mount(router);
        new WhyRoutes(vertx, dependencies, requests).mount(router);
        new PickRoutes(vertx, dependencies, requests).mount(router);
        new UpdateRoute(dependencies, requests, readers).mount(router);
        new ConversationRoutes(dependencies, requests).mount(router);
        new ConfigurationRoutes(vertx, dependencies, requests).mount(router);
        new ModelRoutes(vertx, dependencies, requests).mount(router);
        new EventRoute(vertx, dependencies, requests, readers).mount(router);
        new HealthRoutes(vertx, dependencies).mount(router);
        router.get(AGENT).handler(context -> upgrade(context, requests, loop));
        router.errorHandler(
                404,
                context -> requests.refuse(
                        context,
                        Problem.of(
                                ProblemType.NOT_FOUND,
                                "there is nothing at " + context.request().path())));
        router.errorHandler(
                405,
                context -> requests.refuse(
                        context,
                        Problem.of(
                                ProblemType.METHOD_NOT_ALLOWED,
                                context.request().method() + " is not possible at "
                                        + context.request().path())));
        router.errorHandler(
                400,
                context -> requests.refuse(
                        context,
                        Problem.of(ProblemType.INVALID_PARAMETER, "the request's path or query is malformed")));
        router.errorHandler(500, context -> failed(context, requests));
        return router;
    }

    private void upgrade(RoutingContext context, Requests requests, AnswerLoop loop) {
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            requests.refuse(
                    context, Problem.of(ProblemType.INVALID_PARAMETER, AGENT + " is a WebSocket: ask for an upgrade"));
            return;
        }
        request.toWebSocket()
                .onSuccess(socket -> dependencies.agents().open(vertx, loop, socket))
                .onFailure(cause -> LOG.atDebug().setCause(cause).log("A WebSocket was not opened"));
    }

    private static void failed(RoutingContext context, Requests requests) {
        LOG.atError().setCause(context.failure()).log("A request failed");
        requests.refuse(
                context, Problem.of(ProblemType.INTERNAL_ERROR, "the server failed on this request; its log says why"));
    }
}
