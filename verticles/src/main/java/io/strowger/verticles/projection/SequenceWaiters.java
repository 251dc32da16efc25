package io.strowger.verticles.projection;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/** Futures that complete when a position reaches their sequence. One thread moves the position, any thread waits. */
final class SequenceWaiters {
    private static final CompletableFuture<Void> REACHED = CompletableFuture.completedFuture(null);

    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private volatile boolean failed;

    /** The position must be moved before {@link #reached} is called. */
    CompletableFuture<Void> await(long sequence, LongSupplier position) {
        if (position.getAsLong() >= sequence) {
            return REACHED.copy();
        }
        CompletableFuture<Void> waiter = waiting.computeIfAbsent(sequence, each -> new CompletableFuture<>());
        // The position may have moved, or the end come, between the look and the entry.
        if (position.getAsLong() >= sequence) {
            reached(position.getAsLong());
        } else if (failed) {
            fail(new IllegalStateException("the server is closing"));
        }
        // A copy, so that one caller's cancellation is not another's.
        return waiter.copy();
    }

    void reached(long position) {
        while (!waiting.isEmpty()) {
            Map.Entry<Long, CompletableFuture<Void>> first = waiting.firstEntry();
            if (first == null || first.getKey() > position) {
                return;
            }
            waiting.remove(first.getKey(), first.getValue());
            first.getValue().complete(null);
        }
    }

    void fail(RuntimeException reason) {
        failed = true;
        Map.Entry<Long, CompletableFuture<Void>> first = waiting.pollFirstEntry();
        while (first != null) {
            first.getValue().completeExceptionally(reason);
            first = waiting.pollFirstEntry();
        }
    }
}
