package io.strowger.engine.configuration;

/**
 * When and how fast a queue serves.
 *
 * @param hours when it is open
 * @param targets what it promises
 */
public record QueueService(QueueHours hours, ServiceTargets targets) {
    /** Always open, without promises. */
    public static final QueueService USUAL = new QueueService(QueueHours.ALWAYS, ServiceTargets.NONE);
}
