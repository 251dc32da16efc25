package io.strowger.verticles.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.strowger.engine.RoutingEngine;
import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.drift.DriftWatches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The models of a running server: holds the registry's lock from its start to its end. */
public final class RunningModels implements AutoCloseable {
    private final RegistryLock lock;
    private final EngineModels engineModels;
    private final ModelService service;

    private RunningModels(RegistryLock lock, EngineModels engineModels, ModelService service) {
        this.lock = lock;
        this.engineModels = engineModels;
        this.service = service;
    }

    /**
     * Takes up what was in use when the server ended; to be called before the first message comes.
     *
     * @param root the registry's directory
     * @param drift watches the answers
     * @throws RegistryException whose message says what is damaged, or who else uses the directory
     */
    public static RunningModels start(
            Path root, BaseModel base, DriftWatches drift, RoutingEngine engine, MeterRegistry meters)
            throws IOException, RegistryException {
        RegistryLock lock = RegistryLock.tryTake(root);
        if (lock == null) {
            throw new RegistryException(
                    RegistryException.Kind.CONFLICT,
                    root + " is being changed by another process; try again when that has ended");
        }
        EngineModels engineModels = new EngineModels(engine, base.model().version(), drift, meters);
        ModelService service = new ModelService(root, base, engineModels);
        RunningModels running = new RunningModels(lock, engineModels, service);
        try {
            service.restore();
            return running;
        } catch (IOException | RegistryException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** What the API calls. */
    public ModelService service() {
        return service;
    }

    /** Tells commands on this machine where the server takes wishes. */
    public void servedAt(URI address) throws IOException {
        lock.line(address.toString());
    }

    @Override
    public void close() {
        engineModels.close();
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process, and so does its line's meaning.
        }
    }
}
