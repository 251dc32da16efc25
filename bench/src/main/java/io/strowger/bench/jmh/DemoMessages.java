package io.strowger.bench.jmh;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.config.OrganizationFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The demo organization, and analyzed messages to it. Immutable once made. */
final class DemoMessages {
    static final String CHANNEL = "web-chat";
    private static final Path DIRECTORY = Path.of("conf", "demo");
    private static final int COUNT = 512;

    /** Names behind the label numbers of the analyses. */
    final NameTable labels;

    final ReceiveMessage[] messages = new ReceiveMessage[COUNT];
    final Analysis[] analyses = new Analysis[COUNT];

    DemoMessages() {
        TextAnalyzer analyzer = InlineModels.builtin();
        Set<String> names = new LinkedHashSet<>();
        for (Head head : Head.values()) {
            names.addAll(analyzer.labels(head));
        }
        List<String> ordered = new ArrayList<>(names);
        labels = NameTable.EMPTY.with(ordered);
        Texts texts = Texts.load(Texts.USUAL_BYTES, TokenizeBenchmark.SEED);
        for (int number = 0; number < COUNT; number++) {
            ReceiveMessage message = new ReceiveMessage();
            message.channel.set(Bytes.of(CHANNEL));
            message.externalId.set(Bytes.of("message-" + number));
            message.contactId.set(Bytes.of("contact-" + number));
            message.contactTier.set(Bytes.of(number % 8 == 0 ? "gold" : "standard"));
            message.text.set(texts.text(number));
            messages[number] = message;
            analyses[number] = new Analysis();
            analyzer.analyze(message.text.array(), message.text.offset(), message.text.length(), analyses[number]);
            for (Head head : Head.values()) {
                int label = analyses[number].label(head);
                analyses[number].set(
                        head, ordered.indexOf(analyzer.labels(head).get(label)), analyses[number].confidence(head));
            }
        }
    }

    int count() {
        return COUNT;
    }

    /** The demo organization of the installation that this process belongs to. */
    static OrganizationConfiguration organization() {
        Path home = Console.ofProcess().home();
        Path directory = home.resolve(DIRECTORY);
        // A build's tests run in the module's own directory.
        return OrganizationFiles.read(
                Files.isDirectory(directory) ? directory : home.resolveSibling(DIRECTORY.toString()));
    }
}
