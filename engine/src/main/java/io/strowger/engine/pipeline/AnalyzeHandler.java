package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import io.strowger.engine.ModelAssignment;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The first stage: understands the texts of messages. One of {@code stride} analyzers that share the ring's sequences. Other
 * threads exchange the models; a message is analyzed by those that were in force when its turn came.
 */
final class AnalyzeHandler implements EventHandler<RoutingEvent> {
    private static final ModelAssignment SILENT = ModelAssignment.of(SilentAnalyzer.INSTANCE);

    private final AtomicReference<ModelsInForce> models =
            new AtomicReference<>(ModelsInForce.everywhere(new ModelChoice(SILENT, NameTable.EMPTY)));
    private final int ordinal;
    private final int stride;
    private final ReceiveMessage message = new ReceiveMessage();
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();

    /** Answers nothing until it is given a model. */
    AnalyzeHandler(int ordinal, int stride) {
        this.ordinal = ordinal;
        this.stride = stride;
    }

    /** Sets who analyzes the messages of organizations without a model of their own. Any thread. */
    void assignDefault(ModelAssignment assignment, NameTable labels) {
        ModelChoice choice = new ModelChoice(assignment, labels);
        models.updateAndGet(before -> before.withDefault(choice));
    }

    /** Sets who analyzes an organization's messages; null for the default. Any thread. */
    void assign(int organization, @Nullable ModelAssignment assignment, NameTable labels) {
        ModelChoice choice = assignment == null ? null : new ModelChoice(assignment, labels);
        models.updateAndGet(before -> before.with(organization, choice));
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (event.kind != CommandKind.RECEIVE_MESSAGE || sequence % stride != ordinal) {
            return;
        }
        ModelChoice choice = models.getAcquire().of(event.organization);
        NumberedAnalyzer model = choice.isSplit() ? choice.of(message(event)) : choice.model();
        int textAt = event.command.position() - event.textLength;
        model.analyze(event.command.array(), textAt, event.textLength, event.analysis);
        event.modelVersion = model.version();
    }

    private ReceiveMessage message(RoutingEvent event) {
        command.set(event.command.array(), 0, event.command.position());
        message.read(reader.wrap(command));
        return message;
    }
}
