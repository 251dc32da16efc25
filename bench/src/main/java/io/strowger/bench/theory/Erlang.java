package io.strowger.bench.theory;

/**
 * Queues with exponential times on both sides, in closed form. Loads are in erlangs: arrivals times handling time; times in
 * seconds.
 */
final class Erlang {
    private Erlang() {}

    /** The share of calls that find all agents busy when such calls are lost, by Erlang's recursion. */
    static double b(int agents, double load) {
        double blocked = 1;
        for (int agent = 1; agent <= agents; agent++) {
            blocked = load * blocked / (agent + load * blocked);
        }
        return blocked;
    }

    /** The share of calls that wait when all of them do so as long as it takes; the load is below the number of agents. */
    static double c(int agents, double load) {
        double blocked = b(agents, load);
        return blocked / (1 - load / agents * (1 - blocked));
    }

    /** The mean wait of all calls. */
    static double wait(int agents, double load, double handling) {
        return c(agents, load) * handling / (agents - load);
    }

    /** The share of calls that are answered within a time. */
    static double servedWithin(int agents, double load, double handling, double seconds) {
        return 1 - c(agents, load) * Math.exp(-(agents - load) * seconds / handling);
    }

    /**
     * The mean wait of a class of calls that goes before lower ones without interrupting them (Cobham 1954).
     *
     * @param above the load of the classes above it
     * @param upTo the same with its own
     * @param load of all classes
     */
    static double wait(int agents, double above, double upTo, double load, double handling) {
        return c(agents, load) * handling / agents / ((1 - above / agents) * (1 - upTo / agents));
    }
}
