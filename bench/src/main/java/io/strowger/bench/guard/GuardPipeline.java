package io.strowger.bench.guard;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.FileStorage;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.pipeline.SteppedPipeline;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;

/** A pipeline with the shipped models, a shop whose agents are all there, and a journal that is written and never forced. */
final class GuardPipeline implements AutoCloseable {
    /** The number of the shop. */
    static final int SHOP = 0;

    static final int RING_SIZE = 1_024;

    private static final int SEGMENT_BYTES = 16 << 20;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int IDEMPOTENCY_BYTES = 4 << 20;
    private static final int SIGNATURES = 1_024;
    private static final int CLOSED_CONVERSATIONS = 5_000;
    private static final long FIRST_INSTANT = 1_800_000_000_000_000_000L;
    private static final long NANOS_A_COMMAND = 5_000_000; // offers that nobody answers expire after twenty rounds

    private final Journal journal;
    private final SteppedPipeline pipeline;
    private long now = FIRST_INSTANT;

    /** Starts in an empty directory; two of them that get the same commands decide the same. */
    GuardPipeline(Path directory) {
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, BATCH_BYTES, Long.MAX_VALUE, 0);
        journal = Journal.open(config, new UnforcedStorage(new FileStorage(directory)));
        pipeline = new SteppedPipeline(
                journal,
                InlineModels.builtin(),
                new RouterLimits(IDEMPOTENCY_BYTES, SIGNATURES, CLOSED_CONVERSATIONS),
                this::nextInstant,
                RING_SIZE);
        pipeline.configure(GuardOrganization.build());
        for (int number = 0; number < GuardOrganization.AGENTS; number++) {
            logIn(Bytes.of(GuardOrganization.agentId(number)));
        }
    }

    SteppedPipeline stages() {
        return pipeline;
    }

    /** Deletes what nobody will read. */
    void forgetJournal() {
        journal.deleteBefore(journal.durableSequence());
    }

    @Override
    public void close() {
        pipeline.close();
    }

    private long nextInstant() {
        now += NANOS_A_COMMAND;
        return now;
    }

    private void logIn(Bytes agent) {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(agent);
        connection.connected = true;
        pipeline.handle(SHOP, connection);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(agent);
        status.status = AgentStatus.AVAILABLE;
        pipeline.handle(SHOP, status);
    }
}
