package io.strowger.bench.peers;

import io.strowger.bench.net.MessageRequests;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.embedded.EmbeddedStores;
import io.strowger.verticles.embedded.EmbeddedStores.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL: each message is a row of its own, inserted by a prepared statement and committed durably. */
final class PostgresContender implements Contender {
    private static final int PAYLOADS = 2_048;

    private final Ground ground;
    private final List<String> payloads;
    private @Nullable EmbeddedStores stores;
    private int turns;

    PostgresContender(Ground ground) {
        this.ground = ground;
        this.payloads = payloads(ground.texts());
    }

    /** What our server gets as lines. */
    private static List<String> payloads(Texts texts) {
        MessageRequests lines = MessageRequests.lines(texts, "p", false);
        ByteBuffer line = ByteBuffer.allocate(lines.maxBytes());
        List<String> payloads = new ArrayList<>();
        for (int number = 0; number < PAYLOADS; number++) {
            line.clear();
            lines.write(number, 0, line);
            payloads.add(new String(line.array(), 0, line.position() - 1, StandardCharsets.UTF_8));
        }
        return payloads;
    }

    @Override
    public String name() {
        return "PostgreSQL INSERT";
    }

    @Override
    public Conditions conditions() {
        return new Conditions("write-ahead log, synchronous_commit on", Conditions.NONE);
    }

    @Override
    public void start() throws IOException, SQLException {
        Path directory = ground.directory("postgres");
        stores = EmbeddedStores.start(directory, EnumSet.of(Store.POSTGRES), ground.progress());
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            statement.execute("CREATE TABLE message (id bigint PRIMARY KEY, payload text NOT NULL)");
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit")) {
            String value = setting(statement, setting);
            if (!value.equals("on")) {
                throw CommandFailure.failed("PostgreSQL has " + setting + " " + value + ", so it is no durable peer");
            }
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A connection that commits each statement. */
    Connection connect() throws SQLException {
        String address = stores == null ? null : stores.postgresUri();
        if (address == null) {
            throw CommandFailure.failed("PostgreSQL has not been started");
        }
        URI uri = URI.create(address);
        String[] user = uri.getUserInfo().split(":", 2);
        Properties login = new Properties();
        login.setProperty("user", user[0]);
        login.setProperty("password", user[1]);
        login.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login);
    }

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        long firstId = (long) ++turns << Integer.SIZE;
        long start = System.nanoTime() + duration.toNanos() / 2;
        long end = start + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(load.connections());
        List<PostgresInserts> inserts = new ArrayList<>();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < load.connections(); number++) {
                PostgresInserts client =
                        new PostgresInserts(connect(), payloads, firstId + number, load.connections(), start, end);
                inserts.add(client);
                running.add(threads.submit(client));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new TurnFailedException("an insert failed: " + e.getCause());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.SECONDS);
        }
        return figures(inserts, firstId, duration);
    }

    private Figures figures(List<PostgresInserts> inserts, long firstId, Duration duration)
            throws SQLException, TurnFailedException {
        Histogram nanos = inserts.get(0).nanos().copy();
        inserts.subList(1, inserts.size()).forEach(client -> nanos.add(client.nanos()));
        long inserted = inserts.stream().mapToLong(PostgresInserts::inserted).sum();
        long rows = rowsSince(firstId);
        if (rows != inserted) {
            throw new TurnFailedException("there are " + rows + " rows for " + inserted + " inserts");
        }
        double clientShare =
                inserts.stream().mapToLong(PostgresInserts::cpuNanos).sum() / (1.5 * duration.toNanos());
        double seconds = duration.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
        return Figures.answers(nanos.getTotalCount() / seconds, nanos, clientShare);
    }

    private long rowsSince(long firstId) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM message WHERE id >= " + firstId)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        if (stores != null) {
            stores.close();
        }
    }
}
