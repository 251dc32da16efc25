package io.strowger.verticles.ingest;

import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.Ports;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accepts TCP connections and publishes their lines. Deploy one instance an event loop: they share the port and the
 * connections.
 */
public final class IngestVerticle extends VerticleBase {
    private static final int WORKERS = 2;
    private static final int ACCEPT_BACKLOG = 1_024;

    private final IngestDependencies dependencies;
    private final Set<IngestConnection> connections = new HashSet<>();
    private final Promise<Void> allClosed = Promise.promise();
    private @Nullable NetServer server;
    private @Nullable WorkerExecutor workers;
    private @Nullable AnswerLoop loop;
    private boolean stopping;

    public IngestVerticle(IngestDependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** The port that it listens on; valid once it is deployed. */
    public int port() {
        NetServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("the ingress does not listen yet");
        }
        return listening.actualPort();
    }

    @Override
    public Future<?> start() {
        loop = new AnswerLoop(vertx, dependencies.engine());
        workers = vertx.createSharedWorkerExecutor("strowger-events", WORKERS);
        NetServerOptions options = new NetServerOptions()
                .setHost(dependencies.settings().host())
                .setPort(Ports.tcp(dependencies.settings().port()))
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setAcceptBacklog(ACCEPT_BACKLOG);
        NetServer made = vertx.createNetServer(options).connectHandler(this::accept);
        server = made;
        return made.listen();
    }

    /** Ends every connection behind its last answer, and waits for the clients to have taken them, a second at most. */
    @Override
    public Future<?> stop() {
        stopping = true;
        for (IngestConnection connection : List.copyOf(connections)) {
            connection.end();
        }
        if (connections.isEmpty()) {
            allClosed.tryComplete();
        }
        WorkerExecutor open = workers;
        return allClosed.future().compose(ignored -> open == null ? Future.succeededFuture() : open.close());
    }

    private void closed(IngestConnection connection) {
        connections.remove(connection);
        if (stopping && connections.isEmpty()) {
            allClosed.tryComplete();
        }
    }

    private void accept(NetSocket socket) {
        AnswerLoop answers = loop;
        WorkerExecutor readers = workers;
        if (answers == null || readers == null || stopping) {
            socket.close();
            return;
        }
        IngestConnection connection = new IngestConnection(vertx, dependencies, answers, readers, socket, this::closed);
        connections.add(connection);
        connection.open();
    }
}
