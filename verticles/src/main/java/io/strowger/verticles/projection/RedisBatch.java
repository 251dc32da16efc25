package io.strowger.verticles.projection;

import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import io.strowger.verticles.projection.WaitingPlaces.QueueKey;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds the events of a batch into few Redis commands. */
final class RedisBatch implements RecordVisitor {
    private final RowContext context;
    private final WaitingPlaces places = new WaitingPlaces();
    private final Map<AgentKey, AgentChange> agents = new LinkedHashMap<>();

    RedisBatch(RowContext context) {
        this.context = context;
    }

    /** What is known to wait, for the start from what Redis holds. */
    WaitingPlaces places() {
        return places;
    }

    @Override
    public void queued(RecordView record, ConversationQueued event) {
        places.enter(event.conversation, new QueueKey(record.eventOrganization(), event.queue), event.orderKey);
    }

    @Override
    public void assigned(RecordView record, ConversationAssigned event) {
        places.leave(event.conversation);
        agent(record, event.agent).assignments++;
    }

    @Override
    public void parked(RecordView record, ConversationParked event) {
        places.leave(event.conversation);
    }

    @Override
    public void cancelled(RecordView record, ConversationCancelled event) {
        places.leave(event.conversation);
    }

    @Override
    public void completed(RecordView record, ConversationCompleted event) {
        places.leave(event.conversation);
    }

    @Override
    public void assignmentEnded(RecordView record, AssignmentEnded event) {
        agent(record, event.agent).assignments--;
    }

    @Override
    public void offered(RecordView record, OfferMade event) {
        agent(record, event.agent).offers++;
    }

    @Override
    public void offerEnded(RecordView record, OfferEnded event) {
        agent(record, event.agent).offers--;
    }

    @Override
    public void statusChanged(RecordView record, AgentStatusChanged event) {
        AgentChange change = agent(record, event.agent);
        change.fields.put("status", Words.of(event.status));
        change.fields.put("statusSince", String.valueOf(Instants.text(event.changedAt)));
    }

    @Override
    public void connectionChanged(RecordView record, AgentConnectionChanged event) {
        AgentChange change = agent(record, event.agent);
        change.fields.put("connected", String.valueOf(event.connected));
        change.fields.put("lost", String.valueOf(event.lost));
    }

    private AgentChange agent(RecordView record, int agent) {
        return agents.computeIfAbsent(new AgentKey(record.eventOrganization(), agent), key -> new AgentChange());
    }

    /** The commands that bring Redis from the last batch to this one. */
    List<Request> commands() {
        Map<String, Request> added = new LinkedHashMap<>();
        Map<String, Request> removed = new LinkedHashMap<>();
        places.moves().forEach((conversation, move) -> {
            String id = Ids.conversation(conversation);
            QueueKey from = move.from;
            QueueKey to = move.to;
            if (from != null && !from.equals(to)) {
                of(removed, Command.ZREM, queueKey(from)).arg(id);
            }
            if (to != null) {
                of(added, Command.ZADD, queueKey(to)).arg(move.orderKey).arg(id);
                of(added, Command.HSET, RedisKeys.waiting(organization(to.organization())))
                        .arg(id)
                        .arg(queue(to));
            } else if (from != null) {
                of(removed, Command.HDEL, RedisKeys.waiting(organization(from.organization())))
                        .arg(id);
            }
        });
        for (QueueKey touched : places.touched()) {
            of(added, Command.HSET, RedisKeys.lengths(organization(touched.organization())))
                    .arg(queue(touched))
                    .arg(places.length(touched));
        }
        List<Request> commands = new ArrayList<>(removed.values());
        commands.addAll(added.values());
        agents.forEach((key, change) -> addAgent(key, change, commands));
        return commands;
    }

    private void addAgent(AgentKey key, AgentChange change, List<Request> commands) {
        String name = RedisKeys.agent(
                organization(key.organization),
                context.names(key.organization).agents().name(key.agent));
        if (!change.fields.isEmpty()) {
            Request set = Request.cmd(Command.HSET).arg(name);
            change.fields.forEach((field, value) -> set.arg(field).arg(value));
            commands.add(set);
        }
        addCount(name, "offers", change.offers, commands);
        addCount(name, "assignments", change.assignments, commands);
    }

    /** A change of nothing is sent as well: both counts are there for whoever reads, however the batches were cut. */
    private static void addCount(String key, String field, int by, List<Request> commands) {
        commands.add(Request.cmd(Command.HINCRBY).arg(key).arg(field).arg(by));
    }

    private static Request of(Map<String, Request> requests, Command command, String key) {
        return requests.computeIfAbsent(key, name -> Request.cmd(command).arg(name));
    }

    private String queueKey(QueueKey key) {
        return RedisKeys.queue(organization(key.organization()), queue(key));
    }

    private String queue(QueueKey key) {
        return context.names(key.organization()).queues().name(key.queue());
    }

    private String organization(int number) {
        return context.names(number).configuration().id();
    }

    void endBatch() {
        places.endBatch();
        agents.clear();
    }

    void clear() {
        places.clear();
        agents.clear();
    }

    private record AgentKey(int organization, int agent) {}

    private static final class AgentChange {
        final Map<String, String> fields = new LinkedHashMap<>();
        int offers;
        int assignments;
    }
}
