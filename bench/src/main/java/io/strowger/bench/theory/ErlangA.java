package io.strowger.bench.theory;

/**
 * A queue whose customers have exponential patience (Palm's, Erlang A): the birth-death chain of the number of customers,
 * and for the time limits the way of one customer through the queue.
 */
final class ErlangA {
    private static final double NEGLIGIBLE = 1e-26;
    private static final double STEP_SECONDS = 0.005;

    private final int agents;
    private final double arrivalRate;
    private final double serviceRate;
    private final double leavingRate;
    /** The share of the time with so many customers. */
    private final double[] shares;

    ErlangA(int agents, double load, double handling, double patience) {
        this.agents = agents;
        arrivalRate = load / handling;
        serviceRate = 1 / handling;
        leavingRate = 1 / patience;
        shares = shares();
    }

    private double[] shares() {
        int states = 10 * agents + 1_000;
        double[] logs = new double[states];
        double largest = 0;
        for (int state = 1; state < states; state++) {
            double deaths = Math.min(state, agents) * serviceRate + Math.max(0, state - agents) * leavingRate;
            logs[state] = logs[state - 1] + Math.log(arrivalRate / deaths);
            largest = Math.max(largest, logs[state]);
        }
        double sum = 0;
        double[] result = new double[states];
        for (int state = 0; state < states; state++) {
            double share = Math.exp(logs[state] - largest);
            result[state] = share < NEGLIGIBLE ? 0 : share;
            sum += result[state];
        }
        for (int state = 0; state < states; state++) {
            result[state] /= sum;
        }
        return result;
    }

    /** The share of customers who wait: as many as the time with all agents busy. */
    double waited() {
        double sum = 0;
        for (int state = agents; state < shares.length; state++) {
            sum += shares[state];
        }
        return sum;
    }

    double queueLength() {
        double sum = 0;
        for (int state = agents; state < shares.length; state++) {
            sum += (state - agents) * shares[state];
        }
        return sum;
    }

    double abandoned() {
        return leavingRate * queueLength() / arrivalRate;
    }

    /** The mean wait of all customers, served or not. */
    double meanWait() {
        return queueLength() / arrivalRate;
    }

    double occupancy() {
        return arrivalRate * (1 - abandoned()) / (agents * serviceRate);
    }

    /** The share of customers who are served within a time. */
    double servedWithin(double seconds) {
        return 1 - waited() + journey(seconds)[0];
    }

    /** The share of customers who leave within a time. */
    double abandonedWithin(double seconds) {
        return journey(seconds)[1];
    }

    /**
     * A customer who has to wait has others ahead; each of them is served or leaves, the customer is next, is served, or
     * leaves. Integrates that with Runge and Kutta's method.
     *
     * @return the shares who are served and who left
     */
    private double[] journey(double seconds) {
        int places = shares.length - agents;
        double[] state = new double[places + 2];
        System.arraycopy(shares, agents, state, 0, places);
        int steps = (int) Math.ceil(seconds / STEP_SECONDS);
        double step = seconds / steps;
        for (int count = 0; count < steps; count++) {
            double[] first = change(state, places);
            double[] second = change(moved(state, first, step / 2), places);
            double[] third = change(moved(state, second, step / 2), places);
            double[] fourth = change(moved(state, third, step), places);
            for (int index = 0; index < state.length; index++) {
                state[index] += step / 6 * (first[index] + 2 * second[index] + 2 * third[index] + fourth[index]);
            }
        }
        return new double[] {state[places], state[places + 1]};
    }

    private double[] change(double[] state, int places) {
        double[] change = new double[state.length];
        for (int ahead = 0; ahead < places; ahead++) {
            double moves = agents * serviceRate + ahead * leavingRate;
            change[ahead] -= (moves + leavingRate) * state[ahead];
            change[places + 1] += leavingRate * state[ahead];
            change[ahead == 0 ? places : ahead - 1] += moves * state[ahead];
        }
        return change;
    }

    private static double[] moved(double[] state, double[] change, double step) {
        double[] result = new double[state.length];
        for (int index = 0; index < state.length; index++) {
            result[index] = state[index] + step * change[index];
        }
        return result;
    }
}
