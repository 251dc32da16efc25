package io.strowger.bench;

import io.strowger.bench.net.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** Real servers for tests, and their databases. */
public final class Servers {
    private Servers() {}

    /** Starts one with the demo organization and embedded stores, and returns when it is ready. */
    public static ServerProcess start(Path dataDirectory) throws InterruptedException {
        return ServerProcess.start(new ServerProcess.Start(repository(), dataDirectory, List.of("-Xmx1g"), List.of()));
    }

    /** A connection to the embedded PostgreSQL of a server. */
    static Connection postgres(ServerProcess server) throws IOException, SQLException {
        URI uri = URI.create(
                Files.readString(server.dataDirectory().resolve("postgres.uri")).strip());
        String[] user = uri.getUserInfo().split(":", 2);
        Properties login = new Properties();
        login.setProperty("user", user[0]);
        login.setProperty("password", user[1]);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login);
    }

    /** The root of the repository: where the shipped configuration is. */
    public static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("conf/demo"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException(
                    "conf/demo is not above " + Path.of("").toAbsolutePath());
        }
        return directory;
    }
}
