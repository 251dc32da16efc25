package io.strowger.bench.net;

import io.strowger.bench.rig.Hiccups;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Customers' messages over some connections, to be put on a server. Immutable.
 *
 * @param depth unanswered messages a connection at most
 * @param ackDecided whether answers may come before they are durable
 */
record NetworkLoad(Protocol protocol, int connections, int depth, boolean ackDecided, Texts texts) {
    /** The number of the message that tries a token: no run gets so far. */
    private static final long PROBE = 9_999_999_999L;

    /** As many connections, and as deep, as the protocol's clients usually have; answers are durable. */
    static NetworkLoad usual(Protocol protocol, Texts texts) {
        return new NetworkLoad(protocol, protocol.usualConnections(), protocol.usualDepth(), false, texts);
    }

    /**
     * Runs it to its end.
     *
     * @param server whose CPU time is measured; null when the server is not ours
     * @param watch told about ten times a second how many nanoseconds the run has lasted
     * @throws CommandFailure when the server can't be reached, ends the connection, or the figures may not be shown
     */
    MeasuredRun run(Target target, String token, @Nullable ProcessHandle server, LoadPlan plan, LongConsumer watch)
            throws InterruptedException {
        // Ids that a server which lives longer than we do has not seen.
        String run = "bench" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        boolean http = protocol == Protocol.HTTP;
        MessageRequests requests = http
                ? MessageRequests.http(texts, run, ackDecided, target.toString(), token)
                : MessageRequests.lines(texts, run, ackDecided);
        MessageAnswers answers = new MessageAnswers(run, http, ackDecided);
        CpuWatch cpu = new CpuWatch(plan, server, watch);
        try (Connections open = Connections.open(target, protocol, connections, depth, token, requests, PROBE);
                Hiccups hiccups = Hiccups.start()) {
            LoadResult result = LoadRun.run(open.all(), plan, answers, cpu);
            Histogram stalls = hiccups.stop();
            MeasuredRun measured = new MeasuredRun(result, stalls, cpu.serverCores(), cpu.idleCores());
            measured.check();
            return measured;
        } catch (IOException e) {
            throw CommandFailure.failed("the server at " + target + " ended the run: " + e.getMessage(), e);
        }
    }
}
