package io.strowger.verticles.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The file {@code admin.token}: a token for everything in the loaded organization, which stays the same over restarts. */
public final class AdminToken {
    private static final String SUBJECT = "admin";

    private AdminToken() {}

    /** Where it is. */
    public static Path file(Path dataDirectory) {
        return dataDirectory.resolve("admin.token");
    }

    /**
     * Sees to it that the file holds a valid token for the organization: one that is there is kept, else one that does not
     * expire is written. The file has one line and is for its owner only.
     *
     * @return the file
     * @throws IOException when it can't be read or written
     */
    public static Path ensure(Path dataDirectory, Tokens tokens, String organization) throws IOException {
        Path file = file(dataDirectory);
        if (Files.exists(file) && isValid(Files.readString(file).strip(), tokens, organization)) {
            SecretFiles.restrict(file);
        } else {
            SecretFiles.write(file, tokens.issue(organization, SUBJECT, Set.of(Role.ADMIN), null) + "\n");
        }
        return file;
    }

    private static boolean isValid(String token, Tokens tokens, String organization) {
        try {
            Identity identity = tokens.verify(token);
            return identity.organization().equals(organization)
                    && identity.roles().contains(Role.ADMIN)
                    && identity.expiresAtSeconds() == Identity.NEVER;
        } catch (TokenException e) {
            return false;
        }
    }
}
