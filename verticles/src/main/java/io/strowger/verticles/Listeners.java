package io.strowger.verticles;

import io.strowger.verticles.cli.CommandFailure;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Opens the server's ports. Used by one thread. */
final class Listeners {
    private static final String HOST_OF_ALL = "0.0.0.0";
    private static final String HOST_OF_ALL_IPV6 = "::";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_IPV6 = "::1";

    private final Vertx vertx;
    private final int eventLoops;
    private final List<String> deployments;

    /**
     * @param deployments gets the id of each deployment
     */
    Listeners(Vertx vertx, int eventLoops, List<String> deployments) {
        this.vertx = vertx;
        this.eventLoops = eventLoops;
        this.deployments = deployments;
    }

    /** Deploys one instance an event loop and returns the port that they share. */
    <V extends VerticleBase> int open(
            String what, String option, String host, int port, Supplier<V> make, ToIntFunction<V> portOf) {
        List<V> instances = Collections.synchronizedList(new ArrayList<>());
        Future<String> deployed = vertx.deployVerticle(
                () -> {
                    V verticle = make.get();
                    instances.add(verticle);
                    return verticle;
                },
                new DeploymentOptions().setInstances(eventLoops));
        try {
            deployments.add(deployed.toCompletionStage().toCompletableFuture().join());
        } catch (CompletionException e) {
            throw CommandFailure.failed(bindFailure(what, option, host, port, e.getCause()), e);
        }
        return portOf.applyAsInt(instances.get(0));
    }

    private static String bindFailure(String what, String option, String host, int port, @Nullable Throwable cause) {
        if (cause instanceof BindException || String.valueOf(cause).contains("already in use")) {
            return "port " + port + " on " + (host.equals(HOST_OF_ALL) ? "this machine" : host)
                    + " is in use by another program: end that one, or choose another port for " + what + " with "
                    + option;
        }
        return what + " can't listen on " + host + ":" + port + ": " + cause;
    }

    /** Where commands of this machine find the server. */
    static URI address(String host, int port) {
        String reachable = host.equals(HOST_OF_ALL) ? LOOPBACK : host.equals(HOST_OF_ALL_IPV6) ? LOOPBACK_IPV6 : host;
        return URI.create("http://" + (reachable.contains(":") ? "[" + reachable.replace("%", "%25") + "]" : reachable)
                + ":" + port);
    }
}
