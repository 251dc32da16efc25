package io.strowger.verticles.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresIT {
    private static final EnumSet<EmbeddedStores.Store> BOTH = EnumSet.allOf(EmbeddedStores.Store.class);

    @TempDir
    Path directory;

    @Test
    void shouldServeDurablyAndKeepTheDataWhenStartedAgain() throws Exception {
        List<String> progress = new ArrayList<>();
        try (EmbeddedStores stores = EmbeddedStores.start(directory, BOTH, progress::add)) {
            assertThat(progress).contains("unpacking PostgreSQL", "initialising PostgreSQL", "unpacking Redis");
            assertThat(read("postgres.uri")).isEqualTo(stores.postgresUri() + "\n");
            assertThat(read("redis.uri")).isEqualTo(stores.redisUri() + "\n");
            assertThat(rights("postgres.uri", "redis.uri", "postgres/password", "redis/password", "redis/redis.conf"))
                    .containsOnly("rw-------");
            assertThat(query("show fsync")).isEqualTo("on");
            assertThat(query("show synchronous_commit")).isEqualTo("on");
            assertThat(query("show full_page_writes")).isEqualTo("on");
            assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
            update("create table kept(value int)", "insert into kept values (42)");
        }
        assertThat(directory.resolve("postgres.uri")).doesNotExist();
        assertThat(running()).isEmpty();

        progress.clear();
        long begun = System.nanoTime();
        try (EmbeddedStores stores = EmbeddedStores.start(directory, BOTH, progress::add)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(progress).isEmpty();
            assertThat(stores.redisUri()).startsWith("redis://default:");
            assertThat(query("select value from kept")).isEqualTo("42");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void shouldStartAServerAgainOnItsPortWhenItEndsUnasked() throws Exception {
        try (EmbeddedStores stores = EmbeddedStores.start(directory, BOTH, text -> {})) {
            String uri = stores.postgresUri();
            update("create table kept(value int)", "insert into kept values (5)");
            List<ProcessHandle> killed = running();
            assertThat(killed).hasSizeGreaterThanOrEqualTo(2);
            killed.forEach(ProcessHandle::destroyForcibly);

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> query("select value from kept").equals("5"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> running().stream()
                            .anyMatch(process ->
                                    process.info().command().orElse("").contains("redis-server")));
            assertThat(stores.postgresUri()).isEqualTo(uri);
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void shouldStopWhatAKilledProcessLeftBehindWhenStartedAgain() throws Exception {
        Process killed = StoresProcess.start(directory);
        update("create table kept(value int)", "insert into kept values (7)");
        killed.destroyForcibly();
        assertThat(killed.waitFor(5, TimeUnit.SECONDS)).isTrue();
        List<ProcessHandle> left = running();
        assertThat(left).hasSizeGreaterThanOrEqualTo(2);

        List<String> progress = new ArrayList<>();
        long begun = System.nanoTime();
        try (EmbeddedStores stores = EmbeddedStores.start(directory, BOTH, progress::add)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(progress)
                    .containsExactlyInAnyOrder(
                            "stopping the PostgreSQL that the last run left behind",
                            "stopping the Redis that the last run left behind");
            assertThat(left).noneMatch(LeftBehind::runs);
            assertThat(stores.postgresUri()).isNotNull();
            assertThat(query("select value from kept")).isEqualTo("7");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void shouldLeaveNothingRunningWhenTheProcessExitsWithoutClosing() throws Exception {
        Process exits = StoresProcess.start(directory, "exit");

        assertThat(exits.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(running()).isEmpty();
    }

    @Test
    void shouldSpareAForeignProcessWhenAPidFileNamesIt() throws Exception {
        EmbeddedStores.start(directory, BOTH, text -> {}).close();
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(directory.resolve("redis/redis.pid"), foreign.pid() + "\n");
            Files.writeString(
                    directory.resolve("postgres/data/postmaster.pid"),
                    foreign.pid() + "\n" + directory.resolve("postgres/data") + "\n");
            try (EmbeddedStores stores = EmbeddedStores.start(directory, BOTH, text -> {})) {
                assertThat(stores.postgresUri()).isNotNull();
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void shouldRefuseWhenTheDirectoryIsInUse() {
        try (EmbeddedStores stores =
                EmbeddedStores.start(directory, EnumSet.of(EmbeddedStores.Store.REDIS), text -> {})) {
            assertThat(stores.postgresUri()).isNull();
            assertThatThrownBy(() -> EmbeddedStores.start(directory, BOTH, text -> {}))
                    .isInstanceOf(EmbeddedStoreException.class)
                    .hasMessageContaining("is in use by another process");
        }
    }

    @Test
    void shouldSayWhatToDoWhenUserNamespacesAreDenied() {
        assertThatThrownBy(() -> Unprivileged.tried(directory, List.of("sh", "-c", "echo denied >&2; exit 1")))
                .isInstanceOf(EmbeddedStoreException.class)
                .hasMessageContaining("denied here (denied)")
                .hasMessageContaining("set postgres.uri");
    }

    @Test
    void shouldSayWhyWhenThePostgresDataAreDamaged() throws Exception {
        Path data = Files.createDirectories(directory.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "9\n");

        assertThatThrownBy(() -> EmbeddedStores.start(directory, BOTH, text -> {}))
                .isInstanceOf(EmbeddedStoreException.class)
                .hasMessageContaining("PostgreSQL in")
                .hasMessageContaining("does not start");
        assertThat(running()).isEmpty();
    }

    private List<ProcessHandle> running() throws IOException {
        Path real = directory.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.startsWith(real.toString()))
                        .isPresent())
                .filter(LeftBehind::runs)
                .toList();
    }

    private List<String> rights(String... files) throws IOException {
        List<String> rights = new ArrayList<>();
        for (String file : files) {
            rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
        }
        return rights;
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private String query(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void update(String... statements) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws IOException, SQLException {
        java.net.URI uri = java.net.URI.create(read("postgres.uri").strip());
        String[] user = uri.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), user[0], user[1]);
    }
}
