package io.strowger.engine.simulation;

import java.util.List;

/** What is counted in one run: by queue, by stream, and together. One thread. */
final class Statistics {
    final Meter[] queues;
    final Meter[] streams;
    final Meter total;
    private long pending;

    Statistics(Slots slots, int queueCount, int streamCount, List<Long> serviceLevelNanos) {
        queues = meters(queueCount, slots, serviceLevelNanos);
        streams = meters(streamCount, slots, serviceLevelNanos);
        total = new Meter(slots, serviceLevelNanos);
    }

    private static Meter[] meters(int count, Slots slots, List<Long> serviceLevelNanos) {
        Meter[] meters = new Meter[count];
        for (int index = 0; index < count; index++) {
            meters[index] = new Meter(slots, serviceLevelNanos);
        }
        return meters;
    }

    /** Customers who count and have neither been served nor left. */
    long pending() {
        return pending;
    }

    void block(int stream, long now) {
        streams[stream].at(now).blocked++;
        total.at(now).blocked++;
    }

    void arrive(Customer customer) {
        pending += customer.counts ? 1 : 0;
        queues[customer.firstQueue].at(customer.arrivedAt).arrivals++;
        streams[customer.stream].at(customer.arrivedAt).arrivals++;
        total.at(customer.arrivedAt).arrivals++;
    }

    /** A conversation waits in a queue, or does not any more. */
    void wait(Customer customer, int queue, long now, int change) {
        queues[queue].waiting.add(now, change);
        streams[customer.stream].waiting.add(now, change);
        total.waiting.add(now, change);
    }

    void offer(Customer customer, int queue, long now) {
        queues[queue].at(now).offers++;
        streams[customer.stream].at(now).offers++;
        total.at(now).offers++;
    }

    void decline(Customer customer, int queue, long now) {
        queues[queue].at(now).declined++;
        streams[customer.stream].at(now).declined++;
        total.at(now).declined++;
    }

    void expire(Customer customer, int queue, long now) {
        queues[queue].at(now).expired++;
        streams[customer.stream].at(now).expired++;
        total.at(now).expired++;
    }

    void serve(Customer customer, long now, boolean isFirstQueue) {
        pending -= customer.counts ? 1 : 0;
        long waitNanos = now - customer.arrivedAt;
        queues[customer.firstQueue].serve(customer, waitNanos, isFirstQueue);
        streams[customer.stream].serve(customer, waitNanos, isFirstQueue);
        total.serve(customer, waitNanos, isFirstQueue);
    }

    void abandon(Customer customer, long now) {
        pending -= customer.counts ? 1 : 0;
        long waitNanos = now - customer.arrivedAt;
        queues[customer.firstQueue].abandon(customer, waitNanos);
        streams[customer.stream].abandon(customer, waitNanos);
        total.abandon(customer, waitNanos);
    }

    void leaveUnserved(Customer customer, long now) {
        long waitNanos = now - customer.arrivedAt;
        queues[customer.firstQueue].leaveUnserved(customer, waitNanos);
        streams[customer.stream].leaveUnserved(customer, waitNanos);
        total.leaveUnserved(customer, waitNanos);
    }
}
