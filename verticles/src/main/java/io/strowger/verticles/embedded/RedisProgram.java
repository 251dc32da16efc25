package io.strowger.verticles.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** Unpacks Redis's server program from the class path. Any thread, one at a time for a directory. */
public final class RedisProgram {
    private RedisProgram() {}

    /**
     * The program in a directory that exists; unpacked if it is not there yet.
     *
     * @param progress told in a few words what takes time
     * @throws EmbeddedStoreException when there is none for this machine
     */
    public static Path in(Path directory, Consumer<String> progress) throws IOException {
        String resource = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "/redis-server-6.2.6-v5-linux-amd64";
            case "aarch64", "arm64" -> "/redis-server-6.2.7-linux-arm64";
            default -> "/none";
        };
        URL packed = RedisProgram.class.getResource(resource);
        if (packed == null || !System.getProperty("os.name").startsWith("Linux")) {
            throw new EmbeddedStoreException("there is no embedded Redis for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ": set redis.uri to a server of yours");
        }
        Path target = directory.resolve(resource.substring(1));
        if (!Files.exists(target)) {
            progress.accept("unpacking Redis");
            Path partial = directory.resolve("unpacking");
            try (InputStream in = packed.openStream()) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }
}
