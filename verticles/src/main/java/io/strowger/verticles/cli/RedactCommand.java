package io.strowger.verticles.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.models.data.LabelledDataException;
import io.strowger.models.evaluate.EntityEvaluation;
import io.strowger.models.evaluate.EntityScore;
import io.strowger.models.privacy.EntityOptions;
import io.strowger.models.privacy.EntityScanner;
import io.strowger.models.privacy.EntityType;
import io.strowger.models.privacy.MaskingPolicies;
import io.strowger.models.privacy.MaskingPolicy;
import io.strowger.models.privacy.Redaction;
import io.strowger.models.privacy.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redact}: texts without the personal data in them. */
@Command(
        name = "redact",
        description = {
            "Read texts from standard input, one a line, and write them with personal data masked.",
            "Cards, IBANs, phones, e-mail, addresses, identity numbers, names, secrets and more are masked; order numbers, "
                    + "amounts, firms and titles are found too, and kept. What can be checked by its check digits is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger redact < messages.txt > masked.txt",
            "  echo 'Card 4111 1111 1111 1111, order 4711' | ./strowger redact --policy card=last4",
            "  ./strowger redact --policy email=hash --key-file secret.key --policy order=mask < messages.txt",
            "  ./strowger redact --json --types card,iban,phone --region DE < messages.txt",
            "  ./strowger redact --evaluate annotated.tsv"
        })
final class RedactCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final Console console;

    @Option(names = "--json", description = "A line of JSON each: the masked text, and the entities with their places.")
    private boolean json;

    @Option(
            names = "--policy",
            paramLabel = "TYPE=P",
            description =
                    "What becomes of a type: mask, hash, drop, last4 or keep. May be given often; 'all=P' means every type.")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Look for these only, separated by commas (default: all).")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--region",
            paramLabel = "CC",
            defaultValue = "US",
            description = "The country whose phone numbers need no country code (default: US).")
    private String region = "";

    @Option(
            names = "--min-confidence",
            paramLabel = "C",
            defaultValue = "0.5",
            description = "Leave what is less sure, from 0 to 1 (default: 0.5).")
    private double minimumConfidence;

    @Option(
            names = "--key-file",
            paramLabel = "F",
            description = "The secret of hashes, at least 16 bytes. Without it each run has a key of its own.")
    private @Nullable Path keyFile;

    @Option(
            names = "--evaluate",
            paramLabel = "F",
            description = "Measure on annotated texts instead: lines of type<TAB>expected|expected<TAB>text, or NONE. "
                    + "May be given often.")
    private List<Path> evaluate = new ArrayList<>();

    @Option(names = "--mistakes", description = "With --evaluate: list what was missed or wrong.")
    private boolean mistakes;

    RedactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        EntityOptions options = options();
        if (!evaluate.isEmpty()) {
            for (Path file : evaluate) {
                console.out().println(file);
                evaluate(console.resolve(file), options);
            }
            return ExitCode.DONE;
        }
        Redactor redactor = new Redactor(options, masking());
        ByteLines lines = new ByteLines(console.in());
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            Redaction redaction = redactor.redact(line);
            console.out().println(json ? toJson(redaction) : redaction.text());
        }
        return ExitCode.DONE;
    }

    private EntityOptions options() {
        Set<EntityType> wanted = EnumSet.noneOf(EntityType.class);
        for (String name : types) {
            wanted.add(type(name));
        }
        try {
            return new EntityOptions(
                    types.isEmpty() ? EnumSet.allOf(EntityType.class) : wanted,
                    region.toUpperCase(Locale.ROOT),
                    minimumConfidence);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(String.valueOf(e.getMessage()));
        }
    }

    private MaskingPolicies masking() throws IOException {
        MaskingPolicies masking = MaskingPolicies.defaults();
        for (String assignment : policies) {
            int equals = assignment.indexOf('=');
            MaskingPolicy policy = MaskingPolicy.of(assignment.substring(equals + 1));
            if (equals < 0 || policy == null) {
                throw CommandFailure.wrongCall("--policy " + assignment
                        + " is not TYPE=mask, hash, drop, last4 or keep; for example --policy card=last4");
            }
            String name = assignment.substring(0, equals);
            Set<EntityType> changed =
                    name.equalsIgnoreCase("all") ? EnumSet.allOf(EntityType.class) : EnumSet.of(type(name));
            for (EntityType type : changed) {
                masking = masking.with(type, policy);
            }
        }
        return keyFile != null || masking.lacksKey() ? withKey(masking) : masking;
    }

    private MaskingPolicies withKey(MaskingPolicies masking) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        if (keyFile == null) {
            new SecureRandom().nextBytes(key);
        } else {
            Path file = console.resolve(keyFile);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw CommandFailure.failed("the key file " + file + " can't be read");
            }
            key = Files.readAllBytes(file);
        }
        try {
            return masking.withKey(key);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.failed("the key file " + keyFile + ": " + e.getMessage());
        }
    }

    private static EntityType type(String name) {
        EntityType type = EntityType.of(name);
        if (type == null) {
            throw CommandFailure.wrongCall("there is no type '" + name + "'; the types are "
                    + Stream.of(EntityType.values()).map(EntityType::word).collect(Collectors.joining(", ")));
        }
        return type;
    }

    private static String toJson(Redaction redaction) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("text", redaction.text());
        for (Redaction.FoundEntity entity : redaction.entities()) {
            ObjectNode node = line.withArray("entities").addObject();
            node.put("type", entity.type().name());
            node.put("kind", entity.kind().name());
            node.put("startByte", entity.startByte());
            node.put("endByte", entity.endByte());
            node.put("start", entity.startCharacter());
            node.put("end", entity.endCharacter());
            node.put("confidence", entity.confidence());
        }
        line.withArray("entities");
        return JSON.writeValueAsString(line);
    }

    private void evaluate(Path file, EntityOptions options) throws IOException {
        EntityEvaluation evaluation;
        try {
            evaluation = EntityEvaluation.run(file, new EntityScanner(options));
        } catch (LabelledDataException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
        console.out()
                .printf(
                        "%-28s %9s %9s %9s %9s %9s %9s%n",
                        "type", "expected", "precision", "recall", "exact", "covered", "wrong");
        evaluation.scores().forEach(this::show);
        show(evaluation.total());
        if (mistakes) {
            evaluation.mistakes().forEach(console.out()::println);
        }
    }

    private void show(EntityScore score) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%-28s %9d %9.3f %9.3f %9.3f %9.3f %9d%n",
                        score.label(),
                        score.expected(),
                        score.precision(),
                        score.recall(),
                        score.exactRecall(),
                        score.coverage(),
                        score.wrong());
    }
}
