package io.strowger.bench.peers;

import io.strowger.bench.rig.Histograms;
import io.strowger.bench.rig.Texts;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends customers' messages through a door of ours and records its answers: what the engine is measured by, and the queued
 * version of it in the same way. Every message has an id of its own; so many contacts take turns.
 */
final class IngressPipeline implements Pipeline, Responder {
    /** Contacts, each with one conversation. */
    static final int CONTACTS = 10_000;

    private static final int ORGANIZATION = 0;
    private static final String CHANNEL = "web-chat";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final MessageIngress ingress;
    private final Texts texts;
    private final Runnable close;
    private final ReceiveMessage message = new ReceiveMessage();
    private final byte[] externalId = new byte[Long.BYTES];
    private final byte[] contact = new byte[Long.BYTES];
    private final AtomicLong answered = new AtomicLong();
    private final Histogram decided = Histograms.ofNanos();
    private volatile @Nullable Outcome wrong;

    /**
     * @param ingress with one organization, which has the channel {@code web-chat}
     * @param close ends what is behind the door
     */
    IngressPipeline(MessageIngress ingress, Texts texts, Runnable close) {
        this.ingress = ingress;
        this.texts = texts;
        this.close = close;
        message.channel.set(Bytes.of(CHANNEL));
        message.externalId.set(externalId, 0, externalId.length);
        message.contactId.set(contact, 0, contact.length);
        message.conversationKey.set(contact, 0, contact.length);
    }

    @Override
    public long offer(long number, long intendedNanos) {
        digits(number, externalId);
        digits(number % CONTACTS, contact);
        message.text.set(texts.text(number));
        long code = ingress.tryPublish(ORGANIZATION, message, intendedNanos, this, number, false);
        return code == MessageIngress.REFUSED_FULL ? FULL : code;
    }

    /** As decimal digits, the last ones that fit. */
    private static void digits(long number, byte[] into) {
        long rest = number;
        for (int index = into.length - 1; index >= 0; index--) {
            into[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
        if (decision.outcome != Outcome.DONE || decision.duplicate) {
            wrong = decision.outcome;
        }
        Histograms.record(decided, decisionNanos);
        answered.lazySet(answered.getPlain() + 1);
    }

    @Override
    public void awaitAnswers(long sent) throws TurnFailedException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (answered.getAcquire() < sent && System.nanoTime() - deadline < 0) {
            TimeUnit.MICROSECONDS.sleep(50);
        }
        if (answered.getAcquire() != sent) {
            throw new TurnFailedException(
                    "it answered " + answered.getAcquire() + " of " + sent + " messages, the others are lost");
        }
        if (wrong != null) {
            throw new TurnFailedException("a message ended as " + wrong);
        }
    }

    @Override
    public void reset() {
        decided.reset();
    }

    @Override
    public Histogram decided() {
        return decided;
    }

    @Override
    public void close() {
        close.run();
    }
}
