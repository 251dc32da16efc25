package io.strowger.verticles;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts parts that don't need each other, each on a thread of its own. */
final class SideBySide {
    private SideBySide() {}

    /** Begins to start a part. */
    static <T extends @Nullable Object> CompletableFuture<T> beside(String name, Supplier<T> start) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(start.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "strowger-start-" + name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Waits until each has started or failed. */
    static void settle(CompletableFuture<?>... starting) {
        CompletableFuture.allOf(starting).exceptionally(failed -> null).join();
    }

    /** What was started; null when it failed. */
    static <T> @Nullable T ifStarted(CompletableFuture<? extends @Nullable T> starting) {
        return starting.isCompletedExceptionally() ? null : starting.join();
    }

    /** What was started; throws what it failed with. */
    static <T extends @Nullable Object> T joined(CompletableFuture<T> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
