package io.strowger.engine.journal;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next segment ahead of time, on a thread of its own, and keeps an eye on the disk. A segment that can't be made
 * is tried again each second: until then there is a {@link #problem}, while the segment in use still has room.
 */
final class BackgroundSupply implements SegmentSupply {
    private static final long POLL_MILLIS = 50;
    private static final long CLOSE_MILLIS = 30_000;

    private final JournalStorage storage;
    private final SegmentMaker maker;
    private final long minimumFreeBytes;
    private final long checkMillis;
    private final Queue<Segment> found;
    private final SynchronousQueue<Segment> handover = new SynchronousQueue<>();
    private final Thread thread;
    private long nextNumber;
    private volatile boolean closing;
    private volatile @Nullable String stuck;
    private volatile @Nullable String problem;

    /**
     * @param found segments that were made before and hold nothing yet
     * @param nextNumber the number of the segment after those
     * @param checkMillis how often it looks at the disk, and tries again what failed
     */
    BackgroundSupply(
            JournalStorage storage,
            SegmentMaker maker,
            long minimumFreeBytes,
            Queue<Segment> found,
            long nextNumber,
            long checkMillis) {
        this.storage = storage;
        this.maker = maker;
        this.minimumFreeBytes = minimumFreeBytes;
        this.found = found;
        this.nextNumber = nextNumber;
        this.checkMillis = checkMillis;
        this.thread = new Thread(this::run, "strowger-journal-segments");
        thread.setDaemon(true);
        checkDisk();
        thread.start();
    }

    @Override
    public Segment take() {
        try {
            while (true) {
                Segment segment = handover.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (segment != null) {
                    return segment;
                }
                String reason = stuck;
                if (reason != null) {
                    throw new JournalException(reason);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("The committing thread was interrupted: start again.", e);
        }
    }

    @Override
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            supply();
        } catch (InterruptedException e) {
            if (!closing) {
                ended(e);
            }
        } catch (RuntimeException | Error e) { // the committing thread would wait for this one for ever
            ended(e);
        } finally {
            found.forEach(BackgroundSupply::closeQuietly);
        }
    }

    private void supply() throws InterruptedException {
        Segment ready = null;
        try {
            while (!closing) {
                if (ready == null) {
                    ready = prepare();
                }
                checkDisk();
                if (ready == null) {
                    TimeUnit.MILLISECONDS.sleep(checkMillis);
                } else if (handover.offer(ready, checkMillis, TimeUnit.MILLISECONDS)) {
                    ready = null;
                }
            }
        } finally {
            closeQuietly(ready);
        }
    }

    private void ended(Throwable cause) {
        stuck = "The thread that makes the journal's segments ended (" + cause + "): start again.";
        problem = stuck;
    }

    private @Nullable Segment prepare() {
        Segment segment = found.poll();
        if (segment != null) {
            return segment;
        }
        try {
            Segment made = maker.make(nextNumber);
            nextNumber++;
            stuck = null;
            return made;
        } catch (IOException e) {
            stuck = "The journal can't make its next file in " + storage.path() + " (" + e.getMessage()
                    + "): free some disk, or give it the right to write there.";
            return null;
        }
    }

    private void checkDisk() {
        String reason = stuck;
        try {
            long free = storage.usableBytes();
            if (reason == null && free < minimumFreeBytes) {
                reason = "The disk of " + storage.path() + " has " + free + " bytes left, the journal wants "
                        + minimumFreeBytes + ": free some, or lower journal.minimum-free-bytes.";
            }
        } catch (IOException e) {
            reason = "The free space of " + storage.path() + " can't be read (" + e.getMessage() + "): check the disk.";
        }
        problem = reason;
    }

    private static void closeQuietly(@Nullable Segment segment) {
        if (segment != null) {
            try {
                segment.file().close();
            } catch (IOException e) {
                // It holds nothing, and the next start opens it anew.
            }
        }
    }
}
