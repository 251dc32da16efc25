package io.strowger.engine.routing;

import io.strowger.engine.configuration.ScoreFit;
import java.util.Arrays;

/** How well an agent's skills fit a signature, in millionths. Cold: computed once an agent and signature. */
final class Score {
    private static final long ONE = 1_000_000;
    private static final int HIGHEST_LEVEL = 100;

    private Score() {}

    /** The mean fit of the required skills; 0 when nothing is required. */
    static long of(AgentState agent, Signature signature, ScoreFit fit) {
        int count = signature.skills.length;
        if (count == 0) {
            return 0;
        }
        long sum = 0;
        for (int position = 0; position < count; position++) {
            int found = Arrays.binarySearch(agent.skills, signature.skills[position]);
            if (found >= 0) {
                sum += fit(fit, agent.levels[found], signature.levels[position]);
            }
        }
        return sum / count;
    }

    private static long fit(ScoreFit fit, int level, int required) {
        return switch (fit) {
            case LINEAR -> required == HIGHEST_LEVEL ? ONE : (level - required) * ONE / (HIGHEST_LEVEL - required);
            case RELATIVE ->
                required == 0 ? ONE : Math.round(ONE / (1 + StrictMath.exp((double) (required - level) / required)));
        };
    }
}
