package io.strowger.verticles.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.verticles.Ids;
import io.strowger.verticles.config.ProjectionSettings;
import io.strowger.verticles.config.StoreAddress;
import io.strowger.verticles.embedded.EmbeddedStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class PostgresProjectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProjectionSettings SETTINGS = new ProjectionSettings(500, Duration.ofMillis(300));

    @TempDir
    static Path servers;

    private static EmbeddedStores stores;

    @TempDir
    Path directory;

    private JournalledRecords records;
    private Shop shop;
    private Database database;
    private PostgresProjection projection;

    @BeforeAll
    static void startServer() {
        stores = EmbeddedStores.start(servers, EnumSet.of(EmbeddedStores.Store.POSTGRES), text -> {});
    }

    @AfterAll
    static void stopServer() {
        stores.close();
    }

    @BeforeEach
    void open(TestInfo test) throws Exception {
        records = new JournalledRecords(directory.resolve("journal"));
        shop = new Shop(records);
        shop.configure();
        shop.commit();
        database = Database.create(
                stores.postgresUri(),
                "t" + Integer.toHexString(test.getDisplayName().hashCode()));
        projection = new PostgresProjection(records, database.address(), SETTINGS);
    }

    @AfterEach
    void close() {
        projection.close();
        records.close();
    }

    @Test
    void shouldWriteHowPromisesStand() throws Exception {
        long conversation = shop.open("e-1", "Hello");
        shop.promise(conversation, SlaClock.FIRST_RESPONSE, SlaStatus.RUNNING);
        shop.promise(conversation, SlaClock.FIRST_RESPONSE, SlaStatus.BREACHED);
        shop.reply(conversation, Shop.ADA);
        shop.commit();
        projection.start();
        awaitCaughtUp();

        assertThat(database.count("select count(*) from sla_clocks where status = 'breached'"))
                .isEqualTo(1);
        assertThat(database.count("select count(*) from sla_clocks where clock = 'first_response'"
                        + " and conversation_id = '" + Ids.conversation(conversation)
                        + "' and organization = 'shop' and target_us = 60000000 and due_at > at"))
                .isEqualTo(2);
        assertThat(database.count("select sequence from conversations")).isEqualTo(records.durableSequence());
    }

    @Test
    void shouldWriteEveryTableWhenAConversationLivesAndEnds() throws Exception {
        shop.arrive(Shop.ADA, AgentStatus.AVAILABLE);
        long conversation = shop.open("e-1", "back\\slash, tab\t, line\nfeed, NUL \0 and 🙂");
        long second = shop.write(conversation, -1, "", "Hello?");
        long declined = shop.offer(conversation, Shop.BOB);
        shop.decline(declined, conversation, Shop.BOB);
        long offer = shop.offer(conversation, Shop.ADA);
        shop.accept(offer, conversation, Shop.ADA);
        shop.commit();
        projection.start();
        awaitCaughtUp();

        String id = Ids.conversation(conversation);
        assertThat(database.rows(
                        "select message_id, organization, channel, external_id, conversation_id, sequence, text,"
                                + " contact_name, attributes->>'order', intent, sentiment, sentiment_score, language_confidence"
                                + " from messages order by sequence"))
                .containsExactly(
                        Ids.message(conversation) + "|shop|web-chat|e-1|" + id + "|" + conversation
                                + "|back\\slash, tab\t, line\nfeed, NUL \ufffd and 🙂|Ada \"the\\first\"|4711\t\ufffd"
                                + "|refund|negative|-0.41|0.9",
                        Ids.message(second) + "|shop|web-chat|null|" + id + "|" + second
                                + "|Hello?|Ada \"the\\first\"|4711\t\ufffd|refund|negative|-0.41|0.9");
        assertThat(database.rows("select conversation_id, state, queue, priority, rule, agent, message_count, tags,"
                        + " external_id, contact_tier, urgency, assigned_at is not null, ended_at from conversations"))
                .containsExactly(id + "|assigned|billing|80|money|ada|2|{money,vip}|key-e-1|gold|high|t|null");
        assertThat(database.rows("select offer_id, agent, queue, state, ended_at is not null from offers order by 1"))
                .containsExactly(
                        Ids.offer(declined) + "|bob|billing|declined|t", Ids.offer(offer) + "|ada|billing|accepted|t");
        assertThat(database.rows("select assignment_id, conversation_id, agent, state from assignments"))
                .containsExactly(Ids.assignment(offer) + "|" + id + "|ada|active");
        assertThat(database.rows(
                        "select agent, name, capacity, skills, queues, status, connected from agents order by 1"))
                .containsExactly(
                        "ada|Agent ada|3|{language:en>=80}|{billing,general}|available|t",
                        "bob|Agent bob|3|{language:en>=80}|{general}|offline|f");
        assertThat(database.rows("select queue, place, order_policy, configured from queues order by 2"))
                .containsExactly("billing|0|priority_fifo|t", "general|1|priority_fifo|t");
        assertThat(database.rows("select organization, number, configuration_version from organizations"))
                .containsExactly("shop|0|1");
        assertThat(database.rows("select kind, queue, rule, agent, requirements from decisions order by sequence"))
                .containsExactly(
                        "queue|billing|money|null|{language:en>=50}",
                        "offer|billing|null|bob|null",
                        "offer|billing|null|ada|null");

        shop.giveBack(offer, conversation, Shop.ADA);
        shop.commit();
        awaitCaughtUp();
        assertThat(database.rows("select state, agent, assigned_at, requeues from conversations"))
                .containsExactly("queued|null|null|1");
        long last = shop.offer(conversation, Shop.ADA);
        shop.commit();
        awaitCaughtUp();
        assertThat(database.rows("select state from conversations")).containsExactly("offered");
        shop.accept(last, conversation, Shop.ADA);
        shop.complete(last, conversation, Shop.ADA);
        shop.commit();
        awaitCaughtUp();
        assertThat(database.rows("select state, agent, ended_at is not null from conversations"))
                .containsExactly("completed|ada|t");
        assertThat(database.rows("select state from assignments order by sequence"))
                .containsExactly("returned", "completed");
    }

    @Test
    void shouldWriteEachRecordOnceWhenTheConnectionIsCutAndTheProjectionRestarted() throws Exception {
        projection.start();
        for (int round = 0; round < 5; round++) {
            awaitCaughtUp();
            long before = projection.status().position();
            shop.busyDay(2_000);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> projection.status().position() > before);
            database.cutProjection();
        }
        projection.close();
        shop.busyDay(1_000);
        projection = new PostgresProjection(records, database.address(), SETTINGS);
        projection.start();
        awaitCaughtUp();

        assertThat(database.count("select sequence from projection_position where name = 'postgres'"))
                .isEqualTo(records.durableSequence());
        assertThat(database.count("select count(*) from messages")).isEqualTo(11_000);
        assertThat(database.count("select count(distinct external_id) from messages"))
                .isEqualTo(11_000);
        assertThat(database.count("select count(*) from conversations")).isEqualTo(11_000);
        assertThat(database.count("select sum(message_count) from conversations"))
                .isEqualTo(11_000);
        assertThat(database.count("select count(*) from offers where state = 'accepted'"))
                .isEqualTo(2_750);
        assertThat(database.count("select count(*) from assignments where state = 'completed'"))
                .isEqualTo(2_750);
        assertThat(database.count("select count(*) from conversations where state = 'completed'"))
                .isEqualTo(2_750);
        assertThat(database.count("select count(*) from conversations where pending_offers <> 0"))
                .isZero();
        assertThat(database.count("select count(*) from decisions")).isEqualTo(13_750);
    }

    @Test
    void shouldSayDegradedAndCatchUpWhenTheServerComesLater() throws Exception {
        StoreAddress real = database.address();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String away = real.uri().toString().replace(":" + real.uri().getPort(), ":" + port);
        projection = new PostgresProjection(records, new StoreAddress(URI.create(away), real.password()), SETTINGS);
        projection.start();
        shop.open("e-1", "Hello");
        shop.commit();
        await().atMost(PATIENCE).untilAsserted(() -> {
            ProjectionStatus status = projection.status();
            assertThat(status.state()).isEqualTo(ProjectionStatus.State.DEGRADED);
            assertThat(status.lagRecords()).isEqualTo(2);
            assertThat(status.lastError())
                    .startsWith("PostgreSQL at 127.0.0.1:" + port)
                    .contains("refused")
                    .doesNotContain(String.valueOf(real.password().reveal()));
        });

        try (Relay relay = new Relay(port, real.uri().getPort())) {
            awaitCaughtUp();
            assertThat(projection.status().state()).isEqualTo(ProjectionStatus.State.RUNNING);
            assertThat(projection.status().lastError()).isNull();
            assertThat(database.count("select count(*) from messages")).isEqualTo(1);
            relay.cut();
            await().atMost(PATIENCE).until(() -> projection.status().state() == ProjectionStatus.State.RUNNING);
            projection.close();
        }
    }

    @Test
    void shouldRefuseWhenTheDatabaseIsAheadOfTheJournal() throws Exception {
        projection.start();
        awaitCaughtUp();
        projection.close();
        database.execute("update projection_position set sequence = 1000");
        projection = new PostgresProjection(records, database.address(), SETTINGS);
        projection.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(projection.status().lastError())
                        .contains("postgres is at record 1000, but the journal ends at 1"));
    }

    @Test
    void shouldShowOneOrganizationOnlyWhenTheReaderDoesNotOwnTheTables() throws Exception {
        shop.open("e-1", "Hello");
        shop.commit();
        projection.start();
        awaitCaughtUp();
        database.execute(
                "create role reader",
                "grant select on messages to reader",
                "create table seen(number bigint)",
                "grant insert on seen to reader");

        assertThat(database.count("select count(*) from messages")).isEqualTo(1);
        assertThat(asReader("shop")).isEqualTo(1);
        assertThat(asReader("another")).isZero();
    }

    private long asReader(String organization) throws Exception {
        // One statement, so that role and setting hold for the query.
        database.execute("do $$ begin perform set_config('strowger.organization', '" + organization
                + "', true); set local role reader; insert into seen select count(*) from messages; end $$");
        long seen = database.count("select number from seen");
        database.execute("delete from seen");
        return seen;
    }

    private void awaitCaughtUp() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> projection.status().position() == records.durableSequence());
    }

    /** Passes bytes on from one port to another, until it is cut. */
    private static final class Relay implements AutoCloseable {
        private final ServerSocket door;
        private final int target;
        private final List<Socket> sockets = new ArrayList<>();

        Relay(int port, int target) throws IOException {
            this.target = target;
            this.door = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::accept, "relay");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    synchronized (sockets) {
                        sockets.add(client);
                        sockets.add(server);
                    }
                    pass(client, server);
                    pass(server, client);
                }
            } catch (IOException e) {
                // Closed.
            }
        }

        private static void pass(Socket from, Socket to) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            from.getInputStream().transferTo(to.getOutputStream());
                        } catch (IOException e) {
                            // Cut.
                        }
                    },
                    "relay-pass");
            thread.setDaemon(true);
            thread.start();
        }

        void cut() throws IOException {
            synchronized (sockets) {
                for (Socket socket : sockets) {
                    socket.close();
                }
                sockets.clear();
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            cut();
        }
    }
}
