package io.strowger.verticles.cli;

import io.strowger.verticles.config.Durations;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.AdminToken;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.identity.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token}: makes a token for those who talk with the server. */
@Command(
        name = "token",
        description = "Make a token for the organization of a data directory. Needs no running server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger token --data-dir data                       for a program that sends and reads",
            "  ./strowger token --data-dir data --agent anna --ttl 8h for an agent's session",
            "  curl -H \"Authorization: Bearer $(cat data/admin.token)\" localhost:8080/api/v1/queues"
        })
final class TokenCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--role",
            paramLabel = "R",
            description = "admin, integrator or agent (default: integrator, or agent with --agent).")
    private @Nullable Role role;

    @Option(names = "--agent", paramLabel = "ID", description = "The agent whose session it opens.")
    private @Nullable String agent;

    @Option(names = "--ttl", paramLabel = "T", description = "How long it is valid, for example 90m or 12h.")
    private @Nullable String lifetime;

    TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = configOptions.load(console, Map.of());
        Role wanted = role == null ? (agent == null ? Role.INTEGRATOR : Role.AGENT) : role;
        if (wanted == Role.AGENT && agent == null) {
            throw CommandFailure.wrongCall("a token for an agent needs the agent's id: add --agent ID");
        }
        if (wanted != Role.AGENT && agent != null) {
            throw CommandFailure.wrongCall("--agent goes with --role agent only");
        }
        Duration ttl = lifetime == null ? config.tokens().lifetime() : parsed(lifetime);
        Path directory = config.dataDirectory();
        Path admin = AdminToken.file(directory);
        if (!Files.exists(admin)) {
            throw CommandFailure.failed("the data directory " + directory + " has no " + admin.getFileName()
                    + ": start the server once ('./strowger serve'), or choose another --data-dir");
        }
        Tokens tokens =
                Tokens.open(directory, InstantSource.system(), config.tokens().clockSkew());
        String subject = agent == null ? wanted.id() : agent;
        console.out().println(tokens.issue(organization(admin, tokens), subject, Set.of(wanted), ttl));
        return ExitCode.DONE;
    }

    private static String organization(Path admin, Tokens tokens) throws IOException {
        try {
            return tokens.verify(Files.readString(admin).strip()).organization();
        } catch (TokenException e) {
            throw CommandFailure.failed(
                    admin + " is not valid (" + e.getMessage() + "): start the server to renew it", e);
        }
    }

    private static Duration parsed(String text) {
        Duration duration;
        try {
            duration = Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--ttl: " + e.getMessage());
        }
        if (duration.toSeconds() < 1) {
            throw CommandFailure.wrongCall("--ttl: " + text + " is too short; a second is the least");
        }
        return duration;
    }
}
