package io.strowger.bench.theory;

import io.strowger.engine.simulation.Estimate;
import io.strowger.engine.simulation.GroupResult;
import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * How many skills an agent needs: six kinds of calls, 84 erlangs in all, ten minutes a call, 90 agents, 120 places. An agent
 * has one primary kind and some further ones, spread evenly; a call goes to the idle agent who has its kind first, a free
 * agent takes the longest waiting call of the first kind that has one. After Wallace and Whitt, "A staffing algorithm for call
 * centers with skill-based routing" (2005), who found that two skills an agent are almost as good as all of them. The
 * reference figures for few skills are those of an independent simulation, with their standard errors.
 */
final class CrossTraining {
    private static final int KINDS = 6;
    private static final int AGENTS = 90;
    private static final int PLACES = 120;
    private static final double LOAD = 84;
    private static final double HANDLING_SECONDS = 600;
    private static final double ALLOWED_ERRORS = 3;
    /** The confidence at which half an interval is a standard error. */
    private static final double ONE_ERROR = 0.6827;

    private static final double MINUTE = 60;
    private static final LimitedPlaces POOL = new LimitedPlaces(AGENTS, PLACES, LOAD, HANDLING_SECONDS);

    /** By the number of skills: P(blocked), P(wait), wait in minutes, served within half a minute, served by primary. */
    private static final double[][] REFERENCE = {
        {},
        {0.0410, 0.575, 3.05, 0.472, 1.000},
        {0.0042, 0.420, 0.586, 0.720, 0.744},
        {0.0038, 0.402, 0.499, 0.757, 0.689},
        {0.0035, 0.382, 0.457, 0.778, 0.673},
        {},
        {0.0039, 0.392, 0.470, 0.773, 0.664}
    };
    /** Their standard errors; that of the last figure is not known, a unit of its last digit stands for it. */
    private static final double[][] ERRORS = {
        {},
        {0.0010, 0.003, 0.03, 0.003, 0.001},
        {0.0003, 0.008, 0.018, 0.007, 0.001},
        {0.0002, 0.002, 0.002, 0.002, 0.001},
        {0.0004, 0.007, 0.016, 0.006, 0.001},
        {},
        {0.0003, 0.009, 0.018, 0.007, 0.001}
    };

    private static final double MUCH_WORSE = 6;
    private static final double ALMOST_AS_GOOD = 1.35;

    private CrossTraining() {}

    static SimulationResult simulate(int skills, long seed, long calls) {
        Centre centre = new Centre(HANDLING_SECONDS).lines(PLACES).serviceLevel(MINUTE / 2);
        for (int kind = 0; kind < KINDS; kind++) {
            centre.queue("kind-" + kind);
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            centre.agents(1, queues(agent, skills));
        }
        for (int kind = 0; kind < KINDS; kind++) {
            centre.calls("calls-" + kind, LOAD / KINDS, "kind-" + kind, 500);
        }
        return centre.simulate(seed, calls);
    }

    private static String[] queues(int agent, int skills) {
        int primary = agent % KINDS;
        int number = agent / KINDS;
        String[] queues = new String[skills];
        queues[0] = "kind-" + primary;
        for (int further = 1; further < skills; further++) {
            queues[further] = "kind-" + (primary + 1 + (number + further) % (KINDS - 1)) % KINDS;
        }
        return queues;
    }

    static List<Check> check(String name, int skills, SimulationResult result) {
        GroupResult total = result.total();
        List<Check> checks = new ArrayList<>();
        if (skills == KINDS) {
            exact(checks, name, "P(blocked)", POOL.blocked(), total, Measure.BLOCKED, 1);
            exact(checks, name, "P(wait)", POOL.waited(), total, Measure.WAITED, 1);
            exact(checks, name, "E[W], min", POOL.meanWait() / MINUTE, total, Measure.WAIT_SECONDS, 1 / MINUTE);
        }
        String[] figures = {"P(blocked)", "P(wait)", "E[W], min", "served in 0.5 min", "served by primary"};
        for (int figure = 0; figure < figures.length; figure++) {
            reference(
                    checks,
                    name,
                    figures[figure] + ", reference run",
                    REFERENCE[skills][figure],
                    ERRORS[skills][figure],
                    estimate(total, figure, TheoryTables.CONFIDENCE),
                    estimate(total, figure, ONE_ERROR));
        }
        Estimate ofPool =
                total.estimate(Measure.WAIT_SECONDS, TheoryTables.CONFIDENCE).times(1 / POOL.meanWait());
        if (skills == 1) {
            checks.add(new Check(
                    "5.4",
                    name,
                    "wait over full pooling: more than 6",
                    MUCH_WORSE,
                    ofPool,
                    ofPool.mean() > MUCH_WORSE));
        } else if (skills == 2) {
            checks.add(new Check(
                    "5.4",
                    name,
                    "wait over full pooling: at most 1.35",
                    ALMOST_AS_GOOD,
                    ofPool,
                    ofPool.mean() <= ALMOST_AS_GOOD));
        }
        return checks;
    }

    private static Estimate estimate(GroupResult total, int figure, double confidence) {
        return switch (figure) {
            case 0 -> total.estimate(Measure.BLOCKED, confidence);
            case 1 -> total.estimate(Measure.WAITED, confidence);
            case 2 -> total.estimate(Measure.WAIT_SECONDS, confidence).times(1 / MINUTE);
            case 3 -> total.servedWithin(0, confidence);
            default -> total.estimate(Measure.SERVED_BY_FIRST, confidence);
        };
    }

    private static void exact(
            List<Check> checks,
            String name,
            String figure,
            double theory,
            GroupResult total,
            Measure measure,
            double factor) {
        checks.add(Check.inside(
                "5.4",
                name,
                figure + ", exact",
                theory,
                total.estimate(measure, TheoryTables.CONFIDENCE).times(factor)));
    }

    /** Two simulations agree when they differ by no more than three standard errors of their difference. */
    private static void reference(
            List<Check> checks,
            String name,
            String figure,
            double reference,
            double error,
            Estimate found,
            Estimate oneError) {
        double own = (oneError.high() - oneError.low()) / 2;
        double allowed = ALLOWED_ERRORS * Math.hypot(error, own);
        checks.add(new Check("5.4", name, figure, reference, found, Math.abs(found.mean() - reference) <= allowed));
    }
}
