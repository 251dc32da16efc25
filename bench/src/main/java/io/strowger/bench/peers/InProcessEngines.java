package io.strowger.bench.peers;

import io.strowger.bench.rig.ForgetfulStorage;
import io.strowger.bench.rig.Texts;
import io.strowger.engine.EngineSettings;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.pipeline.Topology;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.cli.TemporaryDirectory;
import io.strowger.verticles.config.OrganizationFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the pipelines that are measured in this process: our engine and its queued version, with the same models,
 * organization, texts, and kind of journal, each with an empty journal of its own that is gone afterwards.
 */
final class InProcessEngines {
    private final Path directory;
    private final OrganizationConfiguration organization;
    private final TextAnalyzer analyzer = InlineModels.builtin();
    private final Texts texts;

    InProcessEngines(Ground ground) throws IOException {
        directory = ground.directory("journals");
        texts = ground.texts();
        organization = OrganizationFiles.read(ground.home().resolve("conf/demo"));
    }

    /** Our engine with its journal. */
    Pipeline engine() throws IOException {
        TemporaryDirectory journal = journal();
        RoutingEngine engine = RoutingEngine.builder()
                .directory(journal.path())
                .analyzer(analyzer)
                .settings(settings())
                .organization(organization)
                .start();
        return new IngressPipeline(engine.ingress(), texts, () -> {
            engine.close();
            journal.close();
        });
    }

    /** Our engine without a disk: records are made and thrown away. */
    Pipeline engineWithoutDisk() {
        RoutingEngine engine = RoutingEngine.builder()
                .directory(directory)
                .storage(new ForgetfulStorage())
                .analyzer(analyzer)
                .settings(settings())
                .organization(organization)
                .start();
        return new IngressPipeline(engine.ingress(), texts, engine::close);
    }

    /** Its version with queues. */
    Pipeline queued() throws IOException {
        TemporaryDirectory journal = journal();
        QueuedPipeline queued = new QueuedPipeline(
                Journal.open(JournalConfig.in(journal.path())), analyzer, EpochClock.system(), organization);
        return new IngressPipeline(queued, texts, () -> {
            queued.close();
            journal.close();
        });
    }

    /** Compact on every machine: the other sides have as many threads. */
    private static EngineSettings settings() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineSettings(
                Topology.COMPACT,
                usual.analyzers(),
                usual.ringSize(),
                usual.spin(),
                usual.maxWait(),
                usual.textLimitBytes(),
                usual.largeBuffers(),
                usual.idempotencyBytes());
    }

    private TemporaryDirectory journal() throws IOException {
        return TemporaryDirectory.make(directory, "journal-", () -> {});
    }
}
