package io.strowger.engine;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalStorage;
import io.strowger.engine.pipeline.RingEngine;
import io.strowger.models.TextAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds and starts an engine. Not for use by two threads at once. */
public final class EngineBuilder {
    private final List<OrganizationConfiguration> organizations = new ArrayList<>();
    private @Nullable JournalConfig journal;
    private @Nullable JournalStorage storage;
    private @Nullable TextAnalyzer analyzer;
    private EngineSettings settings = EngineSettings.DEFAULT;
    private EpochClock clock = EpochClock.system();
    private Runnable onFailure = () -> {};

    EngineBuilder() {}

    /** The directory of the journal; made when it does not exist. Required, unless {@link #journal} is called. */
    public EngineBuilder directory(Path directory) {
        return journal(JournalConfig.in(directory));
    }

    /** The journal with all its settings. */
    public EngineBuilder journal(JournalConfig config) {
        this.journal = config;
        return this;
    }

    /** Another place for the journal's files than the file system: for tests of failing disks. */
    public EngineBuilder storage(JournalStorage journalStorage) {
        this.storage = journalStorage;
        return this;
    }

    /** Who understands the texts. Without one, messages have no labels. */
    public EngineBuilder analyzer(TextAnalyzer textAnalyzer) {
        this.analyzer = textAnalyzer;
        return this;
    }

    public EngineBuilder settings(EngineSettings engineSettings) {
        this.settings = engineSettings;
        return this;
    }

    /** Another clock than the machine's, for tests and simulations. */
    public EngineBuilder clock(EpochClock epochClock) {
        this.clock = epochClock;
        return this;
    }

    /** An organization that is configured at the start, unless the journal already has one of its id. */
    public EngineBuilder organization(OrganizationConfiguration configuration) {
        organizations.add(configuration);
        return this;
    }

    /**
     * Called once, on a thread of its own, when a stage has failed and everybody who waited was told so. A server ends its
     * process here.
     */
    public EngineBuilder onFailure(Runnable task) {
        this.onFailure = task;
        return this;
    }

    /**
     * Opens the journal, rebuilds the state from it, and opens the gate.
     *
     * @throws io.strowger.engine.journal.JournalException when the journal is in use, damaged or unreadable; the message
     *     says what to do
     * @throws IllegalArgumentException when an organization's configuration is refused
     * @throws IllegalStateException when no directory was given
     */
    public RoutingEngine start() {
        if (journal == null) {
            throw new IllegalStateException("the engine needs a directory for its journal");
        }
        return RingEngine.start(
                storage == null ? Journal.open(journal) : Journal.open(journal, storage),
                analyzer,
                settings,
                clock,
                onFailure,
                organizations);
    }
}
