package io.strowger.verticles.demo;

import java.util.List;

/**
 * Everything that the picture shows at a moment.
 *
 * @param elapsedSeconds since the customers began to write
 * @param totalSeconds how long they write
 * @param places what is reachable where
 * @param tally what was counted
 * @param queues in the configured order
 * @param agents in the configured order
 */
record StagePicture(
        double elapsedSeconds,
        double totalSeconds,
        String places,
        TallyPicture tally,
        List<QueuePicture> queues,
        List<AgentPicture> agents) {}
