package io.strowger.verticles.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Redis server of our own in a directory, for this machine only: on the loopback interface, on a port of its choice, with a
 * generated password. It saves its memory now and then and when it is closed, so that the next start catches up instead of
 * beginning anew; what a crash takes is rebuilt from the journal.
 */
final class EmbeddedRedis extends EmbeddedServer {
    private static final Duration START_PATIENCE = Duration.ofSeconds(25);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final int PROBE_MILLIS = 1_000;
    private static final long POLL_MILLIS = 10;

    private final Path home;
    private final Path pidFile;
    private final Consumer<String> progress;
    private final Path program;
    private final String password;
    private volatile int port;

    /**
     * Makes a server that is not started.
     *
     * @param home a real path to a directory that exists
     * @throws EmbeddedStoreException when Redis can't run here
     */
    EmbeddedRedis(Path home, Consumer<String> progress) throws IOException {
        super("Redis", home, home.resolve("redis.log"));
        this.home = home;
        this.pidFile = home.resolve("redis.pid");
        this.progress = progress;
        this.program = RedisProgram.in(home, progress);
        this.password = PrivateFiles.secret(home.resolve("password"));
    }

    @Override
    void start() throws IOException, InterruptedException {
        stopLeftBehind();
        launch();
    }

    @Override
    String uri() {
        return "redis://default:" + password + "@127.0.0.1:" + port + "/0";
    }

    private void stopLeftBehind() throws IOException, InterruptedException {
        Optional<ProcessHandle> left = LeftBehind.find(pidFile, home);
        if (left.isPresent()) {
            progress.accept("stopping the Redis that the last run left behind");
            stop(left.get());
        }
    }

    @Override
    void stop(ProcessHandle server) throws InterruptedException {
        server.destroy();
        if (!LeftBehind.awaitEnd(server, STOP_PATIENCE)) {
            LeftBehind.kill(server, STOP_PATIENCE);
        }
    }

    @Override
    List<String> command(int freePort) throws IOException {
        port = freePort;
        Path configuration = home.resolve("redis.conf");
        PrivateFiles.write(configuration, configuration());
        return List.of(program.toString(), configuration.toString());
    }

    /** Paths are relative to the server's directory, which is ours: the file's format has no good way to quote them. */
    private String configuration() {
        return """
                bind 127.0.0.1
                port %d
                protected-mode yes
                requirepass %s
                pidfile redis.pid
                dbfilename redis.rdb
                save 60 1
                appendonly no
                stop-writes-on-bgsave-error no
                """.formatted(port, password);
    }

    @Override
    boolean awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (started.isAlive() && System.nanoTime() - deadline < 0) {
            if (answers()) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    /** Whether it takes our password and has loaded its memory: an answer to PING that is no error. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nPING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.startsWith("+OK\r\n+PONG\r\n");
        } catch (IOException e) {
            return false;
        }
    }
}
