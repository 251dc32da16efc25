package io.strowger.bench.jmh;

import io.strowger.bench.rig.ForgetfulStorage;
import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageLimits;
import io.strowger.channels.MessageParser;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.pipeline.SteppedPipeline;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message in, read from JSON into a command, and its answer out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
    private static final int RING_SIZE = 64;
    private static final int JSON_BYTES = 1 << 10;
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final long DECISION_NANOS = 4_567;

    private final DemoMessages demo = new DemoMessages();
    private final byte[][] requests = new byte[demo.count()][];
    private final Decision[] decisions = new Decision[demo.count()];
    private final MessageParser parser = new MessageParser(MessageLimits.DEFAULT);
    private final JsonWriter writer = new JsonWriter(JSON_BYTES);
    private Directory directory = Directory.EMPTY;
    private int next;

    /** Writes the requests, and has a pipeline decide them. */
    @Setup
    public void prepare() {
        JournalConfig config = JournalConfig.in(Path.of("nowhere"));
        try (SteppedPipeline pipeline = new SteppedPipeline(
                Journal.open(config, new ForgetfulStorage()),
                InlineModels.builtin(),
                RouterLimits.DEFAULT,
                () -> START_NANOS,
                RING_SIZE)) {
            pipeline.configure(DemoMessages.organization());
            for (int number = 0; number < requests.length; number++) {
                requests[number] = request(demo.messages[number]);
                decisions[number] = decision(pipeline, demo.messages[number]);
            }
            directory = pipeline.directory();
        }
    }

    /** Returns what was read; its parts are valid until the next call. */
    @Benchmark
    public ReceiveMessage read() {
        byte[] json = requests[next++ % requests.length];
        if (parser.parse(json, 0, json.length) != null) {
            throw new IllegalStateException("a request is refused");
        }
        return parser.message();
    }

    /** Returns the answer's writer. */
    @Benchmark
    public JsonWriter write() {
        int number = next++ % decisions.length;
        writer.clear();
        AnswerWriter.write(
                decisions[number], demo.messages[number].externalId, DECISION_NANOS, true, directory, writer);
        return writer;
    }

    private static byte[] request(ReceiveMessage message) {
        return new JsonWriter(JSON_BYTES)
                .beginObject()
                .name("channel")
                .text(message.channel.toText())
                .name("externalId")
                .text(message.externalId.toText())
                .name("contact")
                .beginObject()
                .name("id")
                .text(message.contactId.toText())
                .name("tier")
                .text(message.contactTier.toText())
                .endObject()
                .name("text")
                .text(message.text.toText())
                .endObject()
                .toArray();
    }

    private static Decision decision(SteppedPipeline pipeline, ReceiveMessage message) {
        Decision decision = new Decision();
        long sequence =
                pipeline.publish(0, message, (answer, decisionNanos, durable, token) -> decision.copyFrom(answer), 0);
        pipeline.analyze(sequence);
        pipeline.decide(sequence, true);
        pipeline.commit(sequence, true);
        pipeline.complete(sequence, true);
        if (decision.outcome != Outcome.DONE) {
            throw new IllegalStateException("a message ended as " + decision.outcome);
        }
        return decision;
    }
}
