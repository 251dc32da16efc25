package io.strowger.verticles.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.strowger.engine.ModelAssignment;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.RegistryException.Kind;
import io.strowger.verticles.drift.DriftWatches;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running engine that analyzes with the models in use. */
final class EngineModels implements ModelUser, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String NEVER_SAID = "the models never say";

    private final RoutingEngine engine;
    private final String defaultVersion;
    private final DriftWatches drift;
    private final MeterRegistry meters;
    private final Map<String, Set<String>> assigned = new ConcurrentHashMap<>();
    private final Map<String, ShadowComparison> shadows = new ConcurrentHashMap<>();

    EngineModels(RoutingEngine engine, String defaultVersion, DriftWatches drift, MeterRegistry meters) {
        this.engine = engine;
        this.defaultVersion = defaultVersion;
        this.drift = drift;
        this.meters = meters;
    }

    @Override
    public boolean knows(String organization) {
        return engine.directory().organization(organization) != null;
    }

    @Override
    public void assign(String organization, @Nullable ModelAssignment assignment) throws RegistryException {
        try {
            hand(organization, assignment);
            assigned.put(organization, versions(assignment));
        } finally {
            Set<String> used = new HashSet<>(Set.of(defaultVersion));
            assigned.values().forEach(used::addAll);
            drift.retain(used);
        }
    }

    private static Set<String> versions(@Nullable ModelAssignment assignment) {
        if (assignment == null) {
            return Set.of();
        }
        Set<String> versions = new HashSet<>(Set.of(assignment.model().version()));
        if (assignment.candidate() != null) {
            versions.add(assignment.candidate().version());
        }
        return versions;
    }

    private void hand(String organization, @Nullable ModelAssignment assignment) throws RegistryException {
        Names names = engine.directory().organization(organization);
        if (names == null) {
            throw new RegistryException(Kind.UNKNOWN, "there is no organization " + organization + " here");
        }
        Decision decision;
        try {
            decision = engine.assignModels(names.organization(), assignment)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new RegistryException(Kind.CONFLICT, "the engine does not take it now: " + e.getCause());
        }
        if (decision.outcome != Outcome.DONE && decision.outcome != Outcome.UNCHANGED) {
            throw new RegistryException(Kind.INVALID, "the engine refuses the model: " + decision.detail);
        }
    }

    /** Watched, because its answers decide. */
    @Override
    public TextAnalyzer analyzer(LinearModel model) {
        return drift.counting(model);
    }

    @Override
    public void shadow(String organization, @Nullable LinearModel model) {
        ShadowComparison before = shadows.remove(organization);
        if (before != null) {
            before.close();
        }
        Names names = engine.directory().organization(organization);
        if (model != null && names != null) {
            ShadowComparison shadow = new ShadowComparison(engine, names, InlineModels.analyzer(model), meters);
            shadows.put(organization, shadow);
            shadow.start();
        }
    }

    @Override
    public @Nullable ShadowReport shadowReport(String organization) {
        ShadowComparison shadow = shadows.get(organization);
        return shadow == null ? null : shadow.report();
    }

    @Override
    public List<String> warnings(String organization, LinearModel model) {
        Names names = engine.directory().organization(organization);
        if (names == null) {
            return List.of();
        }
        return new OrganizationCheck(InlineModels.analyzer(model))
                .check(names.configuration()).stream()
                        .filter(problem -> problem.message().startsWith(NEVER_SAID))
                        .map(problem -> problem.path() + ": " + problem.message())
                        .toList();
    }

    @Override
    public void close() {
        shadows.values().forEach(ShadowComparison::close);
        shadows.clear();
    }
}
