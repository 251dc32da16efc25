package io.strowger.verticles.models.cli;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ServerOptions;
import io.strowger.verticles.config.OrganizationReport;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.AdminToken;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.models.BaseModel;
import io.strowger.verticles.models.ModelService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server or data directory a command is about, whose models, and how it answers. */
final class ModelsOptions {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "Whose models, when no server runs (default: the organization of the data directory).")
    private @Nullable String organization;

    @Option(names = "--json", description = "One line of JSON instead of words.")
    boolean json;

    ServerConfig config(Console console) {
        return server.config(console);
    }

    /** The models of the data directory, without its server. */
    ModelService atRest(ServerConfig config) throws IOException {
        return ModelService.atRest(config.registryDirectory(), BaseModel.of(config.modelsDirectory()));
    }

    /** The organization whose models a command without server is about. */
    String organization(ServerConfig config) throws IOException {
        if (organization != null) {
            return organization;
        }
        Path admin = AdminToken.file(config.dataDirectory());
        if (Files.exists(admin)) {
            try {
                return Tokens.open(
                                config.dataDirectory(),
                                InstantSource.system(),
                                config.tokens().clockSkew())
                        .verify(Files.readString(admin).strip())
                        .organization();
            } catch (TokenException e) {
                throw CommandFailure.failed(
                        admin + " is not valid (" + e.getMessage() + "): start the server to renew it", e);
            }
        }
        OrganizationConfiguration seed = OrganizationReport.of(config.organizationDirectory(), new OrganizationCheck())
                .configuration();
        if (seed == null) {
            throw CommandFailure.wrongCall("the data directory " + config.dataDirectory()
                    + " has no organization yet: start the server once, or add --organization ID");
        }
        return seed.id();
    }
}
