package io.strowger.engine.simulation;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.RouterLimits;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** One run of a scenario, from its start until everybody who counts was served or left. One thread. */
final class Replication {
    /** Nobody comes back to a closed conversation, so few are kept. */
    private static final RouterLimits LIMITS = new RouterLimits(1 << 20, 1_024, 1_000);

    /** So often a run says how far it is. */
    private static final int STEPS = 100;

    private final Scenario scenario;
    private final Agenda agenda = new Agenda();
    private final VirtualRouter router;
    private final Statistics statistics;
    private final Crowd crowd;
    private final Staff staff;
    private final Happenings happenings;

    /**
     * Prepares a run.
     *
     * @param run its number among those with the same seed, from 0
     * @param slots into how many slots the counted time is cut
     * @param journal gets all records, as a server would have written them; null for none
     */
    Replication(Scenario scenario, long seed, int run, int slots, @Nullable Journal journal) {
        this.scenario = scenario;
        Scenario.Span time = scenario.time();
        router = new VirtualRouter(time.startNanos(), LIMITS);
        if (journal != null) {
            router.journal(journal);
        }
        List<String> labels = scenario.streams().stream()
                .flatMap(stream -> stream.arrivals().labels().stream())
                .distinct()
                .sorted()
                .toList();
        router.start(scenario.organization(), labels);
        Names names = router.directory().organization(0);
        if (names == null) {
            throw new IllegalStateException("the router has no organization");
        }
        Slots counted = new Slots(time.countedFrom(), time.countedTo(), slots);
        Chances chances = new Chances(seed, run, scenario.streams());
        statistics = new Statistics(
                counted, names.queues().size(), scenario.streams().size(), scenario.serviceLevelNanos());
        crowd = new Crowd(scenario, router, agenda, chances, statistics);
        staff = new Staff(scenario, names, router, agenda, chances, counted, statistics);
        happenings = new Happenings(scenario, router, chances, crowd, staff, statistics);
        router.listener(happenings::tell);
    }

    /** Has somebody told of each record before it is acted upon. */
    void observe(Consumer<RecordView> observer) {
        router.listener(record -> {
            observer.accept(record);
            record.rewind();
            happenings.tell(record);
        });
    }

    /**
     * Runs it.
     *
     * @param progress told now and then which share of the time is over
     */
    Run run(DoubleConsumer progress) {
        staff.start();
        crowd.start();
        Scenario.Span time = scenario.time();
        long end = time.countedTo();
        long step = Math.max(1, (end - time.startNanos()) / STEPS);
        long nextStep = time.startNanos() + step;
        while (true) {
            long next = Math.min(agenda.nextAt(), router.nextDeadline());
            if (next >= end && (statistics.pending() == 0 || next > end + time.drainNanos())) {
                break;
            }
            advance();
            if (router.now() >= nextStep) {
                progress.accept((double) (router.now() - time.startNanos()) / (end - time.startNanos()));
                nextStep = router.now() + step;
            }
        }
        crowd.finish();
        return new Run(statistics, staff.members(), router.commands());
    }

    /** Whoever answers in the instant of a deadline is in time, so what is planned comes before the clock's tick. */
    private void advance() {
        long planned = agenda.nextAt();
        long deadline = router.nextDeadline();
        if (planned <= deadline) {
            router.moveTo(planned);
            agenda.happen();
        } else {
            router.moveTo(deadline);
            router.tick();
        }
    }
}
