package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.ingress.Responder;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One event loop's door to the engine and the way back: it publishes commands, keeps a place for each answer, and is woken
 * once a batch for all answers of the batch. Everything but the two methods of {@link Responder} belongs to the event loop.
 */
public final class AnswerLoop implements Responder {
    private static final long RETRY_MILLIS = 2;
    private static final int NONE = -1;
    private static final VarHandle ANSWERED;
    private static final VarHandle WOKEN;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ANSWERED = lookup.findVarHandle(AnswerLoop.class, "answered", int.class);
            WOKEN = lookup.findVarHandle(AnswerLoop.class, "woken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RoutingEngine engine;
    private final Vertx vertx;
    private final Context context;
    private final Handler<Void> drain = ignored -> drain();
    private final JsonWriter json = new JsonWriter(16 << 10);
    private final ArrayDeque<Runnable> stalled = new ArrayDeque<>();
    private final List<Asker> touched = new ArrayList<>();

    /** Replaced when it grows; the engine's threads find a slot by its number. */
    private volatile PendingAnswer[] slots = {};

    private int[] free = {};
    private int freeCount;
    private boolean retrying;

    /**
     * The slot on top of a stack that the engine's threads push to. Stacks are linked by numbers rather than references, which
     * a concurrent garbage collector would look after one by one.
     */
    @SuppressWarnings({"unused", "FieldMayBeFinal"}) // through ANSWERED
    private int answered = NONE;

    @SuppressWarnings("unused")
    private boolean woken;

    /** Belongs to the event loop of the current context. */
    public AnswerLoop(Vertx vertx, RoutingEngine engine) {
        this.vertx = vertx;
        this.engine = engine;
        this.context = vertx.getOrCreateContext();
    }

    /** The context whose event loop owns this. */
    public Context context() {
        return context;
    }

    /** A writer for whoever runs on the loop; its content does not outlive the call. */
    public JsonWriter json() {
        return json.clear();
    }

    /** The names behind the numbers of answers. */
    public Directory directory() {
        return engine.directory();
    }

    /** A place for an answer. */
    public PendingAnswer take(Asker asker) {
        if (freeCount == 0) {
            grow();
        }
        PendingAnswer answer = slots[free[--freeCount]];
        answer.asker = asker;
        return answer;
    }

    /** Gives a place back: one that was answered, or never published. */
    public void release(PendingAnswer answer) {
        answer.clear();
        free[freeCount++] = answer.slot;
    }

    /**
     * Publishes a command. The asker hears when the answer is there.
     *
     * @return the ring's sequence, or a {@code REFUSED_} code of {@link io.strowger.engine.ingress.MessageIngress}: then no
     *     answer comes
     */
    public long publish(int organization, Command command, PendingAnswer answer, boolean ackDecided) {
        return engine.ingress().tryPublish(organization, command, System.nanoTime(), this, answer.slot, ackDecided);
    }

    /** Runs a task once, when there may be room in the ring again: after the next answers, or 2 ms later. */
    public void whenRoom(Runnable retry) {
        stalled.add(retry);
        if (!retrying) {
            retrying = true;
            vertx.setTimer(RETRY_MILLIS, ignored -> {
                retrying = false;
                retryStalled();
            });
        }
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
        PendingAnswer answer = slots[(int) token];
        answer.fill(decision, decisionNanos, durable);
        int top;
        do {
            top = (int) ANSWERED.getOpaque(this);
            answer.next = top;
        } while (!ANSWERED.weakCompareAndSetRelease(this, top, answer.slot));
    }

    @Override
    public void batchEnded() {
        if ((int) ANSWERED.getOpaque(this) != NONE && WOKEN.compareAndSet(this, false, true)) {
            context.runOnContext(drain);
        }
    }

    private void drain() {
        WOKEN.setVolatile(this, false);
        Asker last = null;
        for (int slot = reversed((int) ANSWERED.getAndSetAcquire(this, NONE)); slot != NONE; slot = slots[slot].next) {
            PendingAnswer answer = slots[slot];
            answer.becomeReady();
            Asker asker = answer.asker;
            if (asker != null && asker != last) {
                touched.add(asker);
                last = asker;
            }
        }
        // Only now: an asker that releases its answers has them published, answered and linked anew.
        for (int index = 0; index < touched.size(); index++) {
            touched.get(index).answered();
        }
        touched.clear();
        retryStalled();
    }

    private void retryStalled() {
        for (int count = stalled.size(); count > 0; count--) {
            stalled.remove().run();
        }
    }

    private void grow() {
        int size = slots.length;
        int grown = Math.max(256, 2 * size);
        PendingAnswer[] all = Arrays.copyOf(slots, grown);
        free = new int[grown];
        for (int slot = size; slot < grown; slot++) {
            all[slot] = new PendingAnswer(slot);
            free[freeCount++] = slot;
        }
        slots = all;
    }

    /** Turns a stack around; returns its new top, which was pushed first. */
    private int reversed(int top) {
        int oldest = NONE;
        int slot = top;
        while (slot != NONE) {
            PendingAnswer answer = slots[slot];
            int below = answer.next;
            answer.next = oldest;
            oldest = slot;
            slot = below;
        }
        return oldest;
    }
}
