package io.strowger.bench.theory;

/** A queue with so many places only, those with the agents included: whoever comes then is turned away (M/M/N/K). */
final class LimitedPlaces {
    private final int agents;
    private final double arrivalRate;
    private final double[] shares;

    LimitedPlaces(int agents, int places, double load, double handling) {
        this.agents = agents;
        arrivalRate = load / handling;
        shares = new double[places + 1];
        shares[0] = 1;
        double sum = 1;
        for (int state = 1; state <= places; state++) {
            shares[state] = shares[state - 1] * load / Math.min(state, agents);
            sum += shares[state];
        }
        for (int state = 0; state <= places; state++) {
            shares[state] /= sum;
        }
    }

    double blocked() {
        return shares[shares.length - 1];
    }

    /** The share of those who get in who wait. */
    double waited() {
        double sum = 0;
        for (int state = agents; state < shares.length - 1; state++) {
            sum += shares[state];
        }
        return sum / (1 - blocked());
    }

    /** The mean wait of those who get in, in seconds. */
    double meanWait() {
        double length = 0;
        for (int state = agents; state < shares.length; state++) {
            length += (state - agents) * shares[state];
        }
        return length / (arrivalRate * (1 - blocked()));
    }
}
