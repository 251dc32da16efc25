package io.strowger.verticles.cli;

import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.models.Analysis;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code route}: what would become of messages, without a server. */
@Command(
        name = "route",
        description = {
            "Read messages from standard input, one a line, and say where each would go.",
            "A line that starts with '{' is a message in JSON, any other is its text; blank lines are skipped. "
                    + "Every line gets one answer, as HTTP gives it; a line that is refused gets its problem. "
                    + "Nothing is kept, and as no agent is logged in, all conversations wait."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo 'Wo ist mein Paket?' | ./strowger route --pretty",
            "  ./strowger route --organization conf/demo < messages.txt > decisions.jsonl",
            "  echo '{\"channel\":\"email\",\"text\":\"Merci !\",\"contact\":{\"tier\":\"gold\"}}' | ./strowger route"
        })
final class RouteCommand implements Callable<Integer> {
    private static final String DEFAULT_ORGANIZATION = "conf/demo";
    private static final String DEFAULT_CHANNEL = "web-chat";
    private static final int SEGMENT_BYTES = 4 << 20;

    private static final Duration WARM_UP = Duration.ofMillis(40);

    private final Console console;

    @Option(
            names = "--organization",
            paramLabel = "DIR",
            description = "The organization that decides (default: " + DEFAULT_ORGANIZATION + " of the installation).")
    private @Nullable Path organization;

    @Option(names = "--pretty", description = "A line for people instead of JSON.")
    private boolean pretty;

    RouteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OrganizationConfiguration configuration = OrganizationFiles.read(
                organization == null ? console.home().resolve(DEFAULT_ORGANIZATION) : console.resolve(organization));
        try (TemporaryDirectory directory = TemporaryDirectory.make("strowger-route-");
                RoutingEngine engine = start(configuration, directory.path())) {
            Names names = engine.directory().organization(configuration.id());
            if (names == null) {
                throw new IllegalStateException("the engine started without the organization it was given");
            }
            RouteView view = pretty
                    ? new PrettyRouteView(engine, console.out(), Palette.of(console))
                    : new JsonRouteView(engine, console.out());
            new LineRouter(engine, names, channel(configuration)).route(new ByteLines(console.in()), view);
        }
        return ExitCode.DONE;
    }

    private static RoutingEngine start(OrganizationConfiguration configuration, Path directory) {
        TextAnalyzer analyzer = InlineModels.builtin();
        readSomething(analyzer.fork());
        return RoutingEngine.builder()
                .journal(new JournalConfig(
                        directory,
                        SEGMENT_BYTES,
                        JournalConfig.DEFAULT_BATCH_BYTES,
                        JournalConfig.DEFAULT_MAX_BYTES,
                        JournalConfig.DEFAULT_MINIMUM_FREE_BYTES))
                .analyzer(analyzer)
                .organization(configuration)
                .start();
    }

    /** So that the code is compiled, and the weights are at hand, when the first customer's text comes. */
    private static void readSomething(TextAnalyzer analyzer) {
        byte[] text = "Where is my parcel? Mir wurde der Betrag zweimal abgebucht. Merci beaucoup !"
                .getBytes(StandardCharsets.UTF_8);
        Analysis analysis = new Analysis();
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            analyzer.analyze(text, 0, text.length, analysis);
        }
    }

    private static String channel(OrganizationConfiguration configuration) {
        return configuration.channels().stream()
                .map(ChannelConfiguration::id)
                .filter(DEFAULT_CHANNEL::equals)
                .findFirst()
                .orElseGet(() -> configuration.channels().get(0).id());
    }
}
