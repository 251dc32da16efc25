package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import io.strowger.verticles.config.StoreAddress;
import io.strowger.verticles.projection.WaitingPlaces.QueueKey;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of records to Redis, each with the journal position in one transaction. A Redis without a position, or with
 * one that is not ours, is emptied of our keys and filled anew from the journal's beginning.
 */
final class RedisSink implements RecordSink {
    private static final String SCAN_COUNT = "1000";

    private final Vertx vertx;
    private final StoreAddress address;
    private final CommittedRecords committed;
    private final RedisBatch batch;
    private final EventWalk walk = new EventWalk();
    private @Nullable RedisLink link;
    private long position;

    RedisSink(Vertx vertx, StoreAddress address, CommittedRecords committed) {
        this.vertx = vertx;
        this.address = address;
        this.committed = committed;
        this.batch = new RedisBatch(new RowContext(committed));
    }

    @Override
    public long open() throws StoreAwayException {
        try {
            RedisLink opened = new RedisLink(vertx, address);
            link = opened;
            position = readPosition(opened);
            if (position == 0 || position > committed.durableSequence()) {
                position = 0;
                removeAll(opened);
            } else {
                restore(opened);
            }
            return position;
        } catch (StoreAwayException e) {
            throw away(e);
        }
    }

    private static long readPosition(RedisLink link) throws StoreAwayException {
        Response stored = link.send(Request.cmd(Command.GET).arg(RedisKeys.POSITION));
        return stored == null ? 0 : stored.toLong();
    }

    private static void removeAll(RedisLink link) throws StoreAwayException {
        String cursor = "0";
        do {
            Response page = answered(link.send(Request.cmd(Command.SCAN)
                    .arg(cursor)
                    .arg("MATCH")
                    .arg(RedisKeys.ALL)
                    .arg("COUNT")
                    .arg(SCAN_COUNT)));
            cursor = page.get(0).toString();
            Request remove = Request.cmd(Command.DEL).arg(RedisKeys.POSITION);
            for (Response key : page.get(1)) {
                if (RedisKeys.isProjected(key.toString())) {
                    remove.arg(key.toString());
                }
            }
            link.send(remove);
        } while (!cursor.equals("0"));
    }

    private void restore(RedisLink link) throws StoreAwayException {
        Directory directory = committed.directory();
        for (int number = 0; number < directory.organizationCount(); number++) {
            Names names = directory.organization(number);
            if (names != null) {
                Response waiting = answered(link.send(Request.cmd(Command.HGETALL)
                        .arg(RedisKeys.waiting(names.configuration().id()))));
                for (String conversation : waiting.getKeys()) {
                    batch.places()
                            .restore(
                                    Ids.parseConversation(conversation),
                                    new QueueKey(
                                            number,
                                            names.queues()
                                                    .number(waiting.get(conversation)
                                                            .toString())));
                }
            }
        }
    }

    @Override
    public void add(RecordView record) {
        walk.over(record, batch);
    }

    @Override
    public void flush(long sequence) throws StoreAwayException {
        RedisLink open = opened();
        try {
            List<@Nullable Response> before = open.send(List.of(
                    Request.cmd(Command.WATCH).arg(RedisKeys.POSITION),
                    Request.cmd(Command.GET).arg(RedisKeys.POSITION)));
            checkPosition(before.get(1));
            List<Request> commands = new ArrayList<>(batch.commands());
            commands.add(Request.cmd(Command.SET).arg(RedisKeys.POSITION).arg(sequence));
            if (open.transaction(commands) == null) {
                throw new StoreAwayException("somebody else changed the position", null);
            }
            position = sequence;
            batch.endBatch();
        } catch (StoreAwayException e) {
            throw away(e);
        }
    }

    @Override
    public void idle() throws StoreAwayException {
        try {
            checkPosition(opened().send(Request.cmd(Command.GET).arg(RedisKeys.POSITION)));
        } catch (StoreAwayException e) {
            throw away(e);
        }
    }

    private void checkPosition(@Nullable Response stored) throws StoreAwayException {
        if ((stored == null ? 0 : stored.toLong()) != position) {
            throw new StoreAwayException("it was emptied, or somebody else writes to it; it is filled again", null);
        }
    }

    private RedisLink opened() {
        RedisLink open = link;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }

    private static Response answered(@Nullable Response response) {
        if (response == null) {
            throw new IllegalStateException("Redis answers with nothing where a list is due");
        }
        return response;
    }

    private StoreAwayException away(StoreAwayException cause) {
        String place = address.uri().getHost() + ":" + address.uri().getPort();
        return new StoreAwayException("Redis at " + place + " can't be used", cause);
    }

    @Override
    public void abandon() {
        batch.clear();
        RedisLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
