package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.ScoreFit;

/** How well an agent's skills fit a signature, in millionths. Cold: computed once an agent and signature. */
final class Score {
    private static final long ONE = 1_000_000;

    private Score() {}

    /** The weighted mean fit of the skills asked for; 0 when nothing is. */
    static long of(AgentState agent, Signature signature, ScoreFit fit) {
        long sum = 0;
        long weights = 0;
        for (int position = 0; position < signature.skills.length; position++) {
            int level = agent.level(signature.skills[position]);
            int weight = signature.weights[position];
            weights += weight;
            boolean isTooHigh = level > signature.mosts[position];
            sum += isTooHigh ? 0 : weight * fit(fit, level, signature.levels[position]);
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static long fit(ScoreFit fit, int level, int required) {
        if (required == Requirement.WITHOUT) {
            return ONE;
        }
        if (level == Requirement.WITHOUT) {
            return 0;
        }
        return switch (fit) {
            case LINEAR ->
                level < required
                        ? 0
                        : required == Requirement.HIGHEST
                                ? ONE
                                : (level - required) * ONE / (Requirement.HIGHEST - required);
            case RELATIVE ->
                required == 0 ? ONE : Math.round(ONE / (1 + StrictMath.exp((double) (required - level) / required)));
        };
    }
}
