package io.strowger.engine.statistics;

import static io.strowger.engine.statistics.TallyRow.QUARTERS;
import static io.strowger.engine.statistics.TallyRow.QUARTER_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyRowTest {
    private static final long BEGIN = 1_000 * QUARTER_NANOS;

    private final TallySum sum = new TallySum();
    private final TallyRow row = new TallyRow(sum);

    private Tally over(int quarters, long now) {
        return row.copy(quarters, now).addUp(sum);
    }

    @Test
    void shouldKeepADayOfQuartersAndAllTime() {
        for (int quarter = 0; quarter < 3 * QUARTERS; quarter++) {
            row.add(Count.ENTERED, 1 + quarter, BEGIN + quarter * QUARTER_NANOS);
        }
        long now = BEGIN + (3 * QUARTERS - 1) * QUARTER_NANOS;

        assertThat(row.pastQuarters()).isEqualTo(QUARTERS - 1);
        assertThat(over(1, now).of(Count.ENTERED)).isEqualTo(3 * QUARTERS);
        assertThat(over(2, now).of(Count.ENTERED)).isEqualTo(3 * QUARTERS + 3 * QUARTERS - 1);
        assertThat(over(QUARTERS, now).of(Count.ENTERED)).isEqualTo(QUARTERS * (2 * QUARTERS + 1 + 3 * QUARTERS) / 2);
        assertThat(over(0, now).of(Count.ENTERED)).isEqualTo(3 * QUARTERS * (3 * QUARTERS + 1) / 2);
        assertThat(over(1, now + QUARTER_NANOS).of(Count.ENTERED)).isZero();
    }

    @Test
    void shouldDropWhatIsTooOldThoughNothingHappens() {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            row.addWait(quarter, BEGIN + quarter * QUARTER_NANOS);
        }
        long then = BEGIN + QUARTERS * QUARTER_NANOS;
        row.forget(then);
        assertThat(row.pastQuarters()).isEqualTo(QUARTERS - 1);

        row.forget(then + 10 * QUARTER_NANOS);
        assertThat(row.pastQuarters()).isEqualTo(QUARTERS - 11);
        row.forget(then + QUARTERS * QUARTER_NANOS);
        assertThat(row.pastQuarters()).isZero();
        assertThat(over(0, then).longestWaitNanos()).isEqualTo(QUARTERS - 1);
        assertThat(over(QUARTERS, then + QUARTERS * QUARTER_NANOS).longestWaitNanos())
                .isZero();
    }

    @Test
    void shouldNotChangeACopy() {
        row.addWait(5, BEGIN);
        RowCopy all = row.copy(0, BEGIN);
        RowCopy last = row.copy(1, BEGIN);

        row.addWait(7, BEGIN);
        row.add(Count.SERVED, BEGIN + QUARTER_NANOS);

        assertThat(all.addUp(sum).longestWaitNanos()).isEqualTo(5);
        assertThat(last.addUp(sum).longestWaitNanos()).isEqualTo(5);
    }

    @Test
    void shouldShareTimeAmongQuarters() {
        row.addTime(EnumSet.of(Count.BUSY_NANOS, Count.LOGGED_IN_NANOS), BEGIN - 10, BEGIN + 2 * QUARTER_NANOS + 30);
        long now = BEGIN + 2 * QUARTER_NANOS + 30;

        assertThat(over(1, now).of(Count.BUSY_NANOS)).isEqualTo(30);
        assertThat(over(3, now).of(Count.BUSY_NANOS)).isEqualTo(30 + 2 * QUARTER_NANOS);
        assertThat(over(0, now).of(Count.BUSY_NANOS)).isEqualTo(40 + 2 * QUARTER_NANOS);
        assertThat(over(2, now).of(Count.LOGGED_IN_NANOS)).isEqualTo(30 + QUARTER_NANOS);
    }

    @Test
    void shouldCountAYearAtOnce() {
        long year = TimeUnit.DAYS.toNanos(365);

        row.addTime(EnumSet.of(Count.BUSY_NANOS, Count.LOGGED_IN_NANOS), BEGIN, BEGIN + year);

        assertThat(over(0, BEGIN + year).of(Count.BUSY_NANOS)).isEqualTo(year);
        assertThat(over(4, BEGIN + year).of(Count.BUSY_NANOS)).isEqualTo(3 * QUARTER_NANOS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldTellPercentilesAsAnHdrHistogramDoes(long seed) {
        Random random = new Random(seed);
        Histogram exact = new Histogram(2);
        long now = BEGIN;
        for (int wait = 0; wait < 3_000; wait++) {
            long millis = (long) (random.nextInt(100) + Math.exp(random.nextDouble() * 25));
            row.addWait(TimeUnit.MILLISECONDS.toNanos(millis), now);
            exact.recordValue(millis);
            now += random.nextInt(20) == 0 ? QUARTER_NANOS / 3 : 0;
        }
        Tally tally = over(0, now);

        for (double percent : new double[] {0, 0.1, 1, 10, 50, 90, 99, 99.9, 100}) {
            assertThat(TimeUnit.NANOSECONDS.toMillis(tally.waitNanos(percent)))
                    .as("%s %%", percent)
                    .isEqualTo(Math.min(
                            exact.getValueAtPercentile(percent),
                            TimeUnit.NANOSECONDS.toMillis(tally.longestWaitNanos())));
        }
    }

    @Test
    void shouldTellWaitsApartByAHundredthAtMost() {
        for (long millis = 0; millis > -1 && millis < Long.MAX_VALUE / 1_000_000; millis += 1 + millis / 37) {
            long longest = Waits.longestOf(Waits.bucketOf(millis));
            assertThat(longest).isBetween(millis, millis + millis / 100);
            assertThat(Waits.bucketOf(longest + 1)).isEqualTo(Waits.bucketOf(millis) + 1);
        }
        assertThat(Waits.bucketOf(TimeUnit.NANOSECONDS.toMillis(Long.MAX_VALUE)))
                .isLessThan(Waits.BUCKETS);
    }

    @Test
    void shouldTakeFewBytes() {
        Random random = new Random(1);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            long at = BEGIN + quarter * QUARTER_NANOS;
            for (int conversation = 0; conversation < 8; conversation++) {
                row.add(Count.OFFERED, at);
                row.add(Count.ASSIGNED, at);
                row.addWait(TimeUnit.SECONDS.toNanos(random.nextInt(600)), at);
                row.addTime(EnumSet.of(Count.LOGGED_IN_NANOS), at, at + QUARTER_NANOS / 2);
            }
        }

        assertThat(row.packedBytes()).isLessThan(QUARTERS * 70L);
    }
}
