package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.statistics.AgentStatistics;
import io.strowger.engine.statistics.ChannelStatistics;
import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.QueueStatistics;
import io.strowger.engine.statistics.StatisticsSnapshot;
import io.strowger.engine.statistics.StatisticsSnapshot.Stays;
import io.strowger.engine.statistics.Tally;
import io.strowger.engine.statistics.TallyRow;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Writes statistics as JSON. Stateless: any thread, each with its own writer. */
public final class StatisticsWriter {
    private static final int THOUSANDTHS = 3;
    private static final double TEN_THOUSANDTHS = 10_000;

    private StatisticsWriter() {}

    /** Everything, as of one record. */
    public static void write(StatisticsSnapshot snapshot, JsonWriter json) {
        json.beginObject();
        json.name("sequence").number(snapshot.sequence());
        json.name("time");
        Times.write(snapshot.time(), json);
        json.name("minutes");
        if (snapshot.quarters() == 0) {
            json.nothing();
        } else {
            json.number(TimeUnit.NANOSECONDS.toMinutes(snapshot.quarters() * TallyRow.QUARTER_NANOS));
        }
        json.name("from");
        Times.write(from(snapshot), json);
        json.name("stays");
        write(snapshot.stays(), json);
        share("gini", snapshot.gini(), json);
        json.name("queues").beginArray();
        snapshot.queues().forEach(queue -> write(queue, json));
        json.endArray().name("agents").beginArray();
        snapshot.agents().forEach(agent -> write(agent, json));
        json.endArray().name("channels").beginArray();
        snapshot.channels().forEach(channel -> write(channel, json));
        json.endArray().endObject();
    }

    private static long from(StatisticsSnapshot snapshot) {
        return snapshot.quarters() == 0
                ? 0
                : (snapshot.time() / TallyRow.QUARTER_NANOS - snapshot.quarters() + 1) * TallyRow.QUARTER_NANOS;
    }

    private static void write(Stays stays, JsonWriter json) {
        json.beginObject();
        json.name("begun").number(stays.begun());
        json.name("opened").number(stays.opened());
        json.name("reopened").number(stays.reopened());
        json.name("live").number(stays.live());
        json.name("waiting").number(stays.waiting());
        json.name("assigned").number(stays.assigned());
        json.name("dormant").number(stays.dormant());
        json.name("parked").number(stays.parked());
        json.name("scheduled").number(stays.scheduled());
        json.name("completed").number(stays.completed());
        json.name("cancelled").number(stays.cancelled());
        json.name("abandoned").number(stays.abandoned());
        json.name("expired").number(stays.expired());
        json.name("rejected").number(stays.rejected());
        json.endObject();
    }

    private static void write(QueueStatistics queue, JsonWriter json) {
        Tally tally = queue.tally();
        json.beginObject();
        json.name("id").text(queue.id());
        json.name("waiting").number(queue.waiting());
        json.name("offered").number(queue.offered());
        json.name("inHand").number(queue.inHand());
        json.name("agents").number(queue.agents());
        seconds("longestWaitSeconds", queue.longestWaitNanos(), json);
        flow(tally, json);
        json.name("serviceLevel");
        if (queue.targetNanos() == 0) {
            json.nothing();
        } else {
            json.beginObject();
            seconds("targetSeconds", queue.targetNanos(), json);
            share("share", queue.serviceLevel(), json);
            json.name("servedInTime").number(tally.of(Count.SERVED_IN_TIME));
            json.name("abandonedInTime").number(tally.of(Count.ABANDONED_IN_TIME));
            json.endObject();
        }
        json.name("estimates");
        estimates(queue, json);
        json.endObject();
    }

    private static void estimates(QueueStatistics queue, JsonWriter json) {
        json.beginObject();
        seconds("handlingSeconds", queue.handlingNanos(), json);
        json.name("told").number(queue.toldCount());
        seconds("errorSeconds", queue.toldErrorNanos(), json);
        share("p90Kept", queue.keptShare(), json);
        json.name("methods").beginObject();
        queue.errors().forEach((method, error) -> {
            json.name(word(method)).beginObject();
            json.name("judged").number(error.judged());
            seconds("errorSeconds", error.errorNanos(), json);
            json.endObject();
        });
        json.endObject().endObject();
    }

    private static String word(WaitEstimate.Method method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(AgentStatistics agent, JsonWriter json) {
        Tally tally = agent.tally();
        json.beginObject();
        json.name("id").text(agent.id());
        json.name("status").text(agent.status().name().toLowerCase(Locale.ROOT));
        json.name("used").number(agent.used());
        json.name("capacity").number(agent.capacity());
        seconds("loggedInSeconds", tally.of(Count.LOGGED_IN_NANOS), json);
        seconds("availableSeconds", tally.of(Count.AVAILABLE_NANOS), json);
        seconds("busySeconds", tally.of(Count.BUSY_NANOS), json);
        share("occupancy", agent.occupancy(), json);
        share("fairness", agent.fairness(), json);
        flow(tally, json);
        json.endObject();
    }

    private static void write(ChannelStatistics channel, JsonWriter json) {
        json.beginObject();
        json.name("id").text(channel.id());
        json.name("waiting").number(channel.waiting());
        json.name("inHand").number(channel.inHand());
        json.name("messages").number(channel.tally().of(Count.MESSAGES));
        flow(channel.tally(), json);
        json.endObject();
    }

    /** What came in, what became of it, and how long it took. */
    private static void flow(Tally tally, JsonWriter json) {
        json.name("entered").number(tally.of(Count.ENTERED));
        json.name("served").number(tally.of(Count.SERVED));
        json.name("assigned").number(tally.of(Count.ASSIGNED));
        json.name("completed").number(tally.of(Count.COMPLETED));
        json.name("transferred").number(tally.of(Count.TRANSFERRED));
        json.name("returned").number(tally.of(Count.RETURNED));
        json.name("abandoned").number(tally.of(Count.ABANDONED));
        json.name("cancelled").number(tally.of(Count.CANCELLED));
        json.name("expired").number(tally.of(Count.EXPIRED));
        json.name("rejected").number(tally.of(Count.REJECTED));
        json.name("offers").beginObject();
        json.name("made").number(tally.of(Count.OFFERED));
        json.name("accepted").number(tally.of(Count.OFFERS_ACCEPTED));
        json.name("declined").number(tally.of(Count.OFFERS_DECLINED));
        json.name("expired").number(tally.of(Count.OFFERS_EXPIRED));
        json.name("rescinded").number(tally.of(Count.OFFERS_RESCINDED));
        json.name("revoked").number(tally.of(Count.OFFERS_REVOKED));
        json.name("cancelled").number(tally.of(Count.OFFERS_CANCELLED));
        json.endObject();
        json.name("wait").beginObject();
        seconds("p50Seconds", tally.waitNanos(50), json);
        seconds("p90Seconds", tally.waitNanos(90), json);
        seconds("p99Seconds", tally.waitNanos(99), json);
        seconds("maxSeconds", tally.longestWaitNanos(), json);
        seconds("meanSeconds", tally.meanWaitNanos(), json);
        json.endObject();
        json.name("handling").beginObject();
        json.name("count").number(tally.of(Count.HANDLED));
        long handled = Math.max(1, tally.of(Count.HANDLED));
        seconds("meanSeconds", tally.of(Count.HANDLING_NANOS) / handled, json);
        json.endObject();
    }

    private static void seconds(String name, long nanos, JsonWriter json) {
        json.name(name).fixed(TimeUnit.NANOSECONDS.toMillis(nanos), THOUSANDTHS);
    }

    private static void share(String name, double value, JsonWriter json) {
        json.name(name).fixed(Math.round(value * TEN_THOUSANDTHS), JsonWriter.TEN_THOUSANDTHS);
    }
}
