package io.strowger.verticles.models.cli;

import io.strowger.engine.ModelAssignment;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models split}. */
@Command(
        name = "split",
        description = {
            "Have a model analyze a share of the conversations. Which ones follows from their ids, so a conversation stays "
                    + "with its model; every record says which it was.",
            "It ends with --end, or when another model is activated."
        })
final class SplitCommand implements Callable<Integer> {
    private static final String PATH = "/split";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Console console;

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "A version, the beginning of one, or 'default'.")
    private @Nullable String version;

    @Option(names = "--share", paramLabel = "P", description = "The share, as 0.1 or 10%%.")
    private @Nullable String share;

    @Option(names = "--end", description = "All conversations go to the model in force again.")
    private boolean end;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    SplitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (end == (version != null) || (version == null) != (share == null)) {
            throw CommandFailure.wrongCall("say a VERSION and its --share, or --end");
        }
        ModelsAccess access = new ModelsAccess(console, options);
        JsonObject change;
        String candidate = version;
        if (candidate == null || share == null) {
            change = access.change(
                    (service, organization) -> service.split(organization, null, 0), "DELETE", PATH, null);
        } else {
            BigDecimal part = part(share);
            int tenThousandths = part.multiply(BigDecimal.valueOf(ModelAssignment.ALL))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
            change = access.change(
                    (service, organization) -> service.split(organization, candidate, tenThousandths),
                    "PUT",
                    PATH,
                    new JsonObject().put("version", candidate).put("share", part.doubleValue()));
        }
        if (options.json) {
            console.out().println(change.encode());
        } else {
            ModelsText.change(change, console.out(), console.err());
        }
        return ExitCode.DONE;
    }

    private static BigDecimal part(String text) {
        try {
            BigDecimal part = text.endsWith("%")
                    ? new BigDecimal(text.substring(0, text.length() - 1).strip()).divide(HUNDRED)
                    : new BigDecimal(text);
            if (part.signum() >= 0 && part.compareTo(BigDecimal.ONE) <= 0) {
                return part;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw CommandFailure.wrongCall("--share: '" + text + "' is no share; say 0.1 or 10%");
    }
}
