package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own in a directory, for this machine only: on the loopback interface, on a port of its choice,
 * with a generated password, and with every durable setting on. The data stay over restarts. The first start unpacks and
 * initialises it. {@link EmbeddedStores} sees to it that nobody else uses the directory.
 */
final class EmbeddedPostgres extends EmbeddedServer {
    private static final String USER = "strowger";
    private static final String DATABASE = "strowger";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final Duration START_PATIENCE = Duration.ofSeconds(25);
    private static final Duration FAST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration IMMEDIATE_PATIENCE = Duration.ofSeconds(3);
    private static final long POLL_MILLIS = 10;

    private final Path home;
    private final Path data;
    private final Path log;
    private final Consumer<String> progress;
    private final Path programs;
    private final Unprivileged unprivileged;
    private final String password;
    private volatile int port;

    /**
     * Makes a server that is not started.
     *
     * @param home a real path to a directory that exists
     * @throws EmbeddedStoreException when PostgreSQL can't run here
     */
    EmbeddedPostgres(Path home, Consumer<String> progress) throws IOException, InterruptedException {
        super("PostgreSQL", home, home.resolve("postgres.log"));
        this.home = home;
        this.data = home.resolve("data");
        this.log = home.resolve("postgres.log");
        this.progress = progress;
        this.unprivileged = Unprivileged.here(home);
        this.programs = PostgresPrograms.in(home, progress);
        this.password = PrivateFiles.secret(home.resolve("password"));
    }

    @Override
    void start() throws IOException, InterruptedException {
        stopLeftBehind();
        if (!Files.isDirectory(data)) {
            initialise();
        }
        launch();
        ensureDatabase();
    }

    @Override
    String uri() {
        return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + DATABASE;
    }

    private void stopLeftBehind() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> left = LeftBehind.find(pidFile, home);
        if (left.isPresent()) {
            progress.accept("stopping the PostgreSQL that the last run left behind");
            stop(left.get());
        } else if (LeftBehind.named(pidFile).isPresent()) {
            // The number belongs to somebody else's process by now. PostgreSQL would take that for itself and not
            // start.
            Files.delete(pidFile);
        }
    }

    /** Asks for a fast shutdown, then for an immediate one, then kills. */
    @Override
    void stop(ProcessHandle server) throws IOException, InterruptedException {
        signal("INT", server);
        if (!LeftBehind.awaitEnd(server, FAST_PATIENCE)) {
            signal("QUIT", server);
            if (!LeftBehind.awaitEnd(server, IMMEDIATE_PATIENCE)) {
                LeftBehind.kill(server, IMMEDIATE_PATIENCE);
            }
        }
    }

    private void signal(String signal, ProcessHandle server) throws IOException, InterruptedException {
        if (LeftBehind.runs(server)) {
            tool(home.resolve("stop.log"), "pg_ctl", "kill", signal, Long.toString(server.pid()));
        }
    }

    /** Initialises beside the final place and moves there, so that a crash in between leaves nothing half made. */
    private void initialise() throws IOException, InterruptedException {
        progress.accept("initialising PostgreSQL");
        deleteRemains();
        Path fresh = home.resolve("fresh-" + System.nanoTime());
        Path output = home.resolve("initdb.log");
        int exit = tool(
                output,
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + home.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        if (exit != 0) {
            throw new EmbeddedStoreException(
                    "PostgreSQL can't be initialised in " + home + ": " + ServerProcess.lastLines(output));
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteRemains() throws IOException {
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(home, "{fresh,unpacking}-*")) {
            for (Path each : remains) {
                try (Stream<Path> tree = Files.walk(each)) {
                    for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    @Override
    List<String> command(int freePort) {
        port = freePort;
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : PostgresSettings.ALL) {
            command.add("-c");
            command.add(setting);
        }
        return unprivileged.command(command);
    }

    /** The server writes its readiness into the last line of its pid file. */
    @Override
    boolean awaitReady(Process started) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (started.isAlive() && System.nanoTime() - deadline < 0) {
            if (Files.exists(pidFile)) {
                List<String> lines = Files.readAllLines(pidFile);
                if (lines.size() > 7
                        && lines.get(0).equals(Long.toString(started.pid()))
                        && lines.get(7).strip().equals("ready")) {
                    return true;
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    private void ensureDatabase() {
        try {
            connect(DATABASE).close();
        } catch (SQLException absent) {
            try {
                if (!NO_SUCH_DATABASE.equals(absent.getSQLState())) {
                    throw absent;
                }
                try (Connection connection = connect("postgres");
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database " + DATABASE);
                }
            } catch (SQLException e) {
                throw new EmbeddedStoreException(
                        "PostgreSQL in " + home + " runs but can't be used: " + e.getMessage() + "; " + log
                                + " has more",
                        e);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private int tool(Path output, String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin/" + name).toString());
        command.addAll(List.of(arguments));
        return ServerProcess.run(home, output, unprivileged.command(command));
    }
}
