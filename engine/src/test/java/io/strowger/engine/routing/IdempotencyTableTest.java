package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.models.Head;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTableTest {
    private static final long NOW = 1_790_000_000_000_000_000L;
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final long[] WINDOWS = {TimeUnit.MINUTES.toNanos(5), TimeUnit.HOURS.toNanos(1), DAY, 2 * DAY, 7 * DAY
    };

    private final IdempotencyTable table = new IdempotencyTable(1 << 20);
    private final Decision found = new Decision();

    @Test
    void shouldGiveTheWholeFirstAnswerWhenTheIdIsKnown() {
        Decision first = answer(42);
        table.put(3, 5, Bytes.of("m-1"), first, NOW, DAY);
        assertThat(table.find(3, 5, Bytes.of("m-1"), NOW + 1, found)).isTrue();
        assertThat(found.duplicate).isTrue();
        first.duplicate = true;
        first.organization = 3;
        assertThat(found).usingRecursiveComparison().isEqualTo(first);
        assertThat(table.entries()).isEqualTo(1);
        assertThat(table.bytes()).isEqualTo(120);
    }

    @Test
    void shouldTellKeysApartWhenAnyPartDiffers() {
        table.put(1, 2, Bytes.of("m-1"), answer(1), NOW, DAY);
        assertThat(table.find(2, 1, Bytes.of("m-1"), NOW, found)).isFalse();
        assertThat(table.find(1, 3, Bytes.of("m-1"), NOW, found)).isFalse();
        assertThat(table.find(1, 2, Bytes.of("m-2"), NOW, found)).isFalse();
        assertThat(table.find(1, 2, Bytes.of("m-"), NOW, found)).isFalse();
        assertThat(found).usingRecursiveComparison().isEqualTo(new Decision());
    }

    @Test
    void shouldForgetWhenTheWindowHasPassed() {
        table.put(1, 2, Bytes.of("m-1"), answer(1), NOW, DAY);
        assertThat(table.find(1, 2, Bytes.of("m-1"), NOW + DAY - 1, found)).isTrue();
        assertThat(table.find(1, 2, Bytes.of("m-1"), NOW + DAY, found)).isFalse();
        assertThat(table.entries()).isEqualTo(1);
        table.put(1, 2, Bytes.of("m-2"), answer(2), NOW + DAY, DAY);
        assertThat(table.entries()).isEqualTo(1);
    }

    @Test
    void shouldRememberTheNewAnswerWhenTheIdComesAgainAfterItsWindow() {
        table.put(1, 2, Bytes.of("blocker"), answer(1), NOW, 10 * DAY);
        table.put(1, 2, Bytes.of("m-1"), answer(1), NOW, 4 * DAY);
        table.put(1, 2, Bytes.of("m-1"), answer(2), NOW + 4 * DAY, 4 * DAY);
        assertThat(table.find(1, 2, Bytes.of("m-1"), NOW + 5 * DAY, found)).isTrue();
        assertThat(found.sequence).isEqualTo(2);
        assertThat(table.entries()).isEqualTo(2);
        table.put(1, 2, Bytes.of("other"), answer(3), NOW + 20 * DAY, DAY);
        assertThat(table.entries()).isEqualTo(1);
        assertThat(table.find(1, 2, Bytes.of("m-1"), NOW + 20 * DAY, found)).isFalse();
    }

    @Test
    void shouldForgetTheOldestWhenBytesRunOut() {
        for (int number = 0; number < 20_000; number++) {
            table.put(1, number % 3, Bytes.of("message-" + number), answer(number), NOW + number, WINDOWS[number % 5]);
        }
        assertThat(table.bytes()).isBetween((1L << 20) - 200, 1L << 20);
        long kept = table.entries();
        for (int number = 0; number < 20_000; number++) {
            assertThat(table.find(1, number % 3, Bytes.of("message-" + number), NOW + 20_000, found))
                    .isEqualTo(number >= 20_000 - kept);
        }
    }

    @Test
    void shouldRefuseAnIdThatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> table.put(1, 2, new Bytes(), answer(1), NOW, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        Bytes longest = Bytes.of("x".repeat(IdempotencyTable.MAX_ID_BYTES));
        table.put(1, 2, longest, answer(1), NOW, DAY);
        assertThat(table.find(1, 2, longest, NOW, found)).isTrue();
        Bytes tooLong = Bytes.of("x".repeat(IdempotencyTable.MAX_ID_BYTES + 1));
        assertThatThrownBy(() -> table.put(1, 2, tooLong, answer(1), NOW, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4097 bytes");
    }

    @Test
    void shouldBeEqualAndForgetAlikeWhenMadeFromTheEntriesOfAnother() {
        Random random = new Random(9);
        long now = NOW;
        for (int number = 0; number < 30_000; number++) {
            now += random.nextInt(20_000) * 1_000_000L;
            Bytes id = Bytes.of("m" + random.nextInt(40_000));
            if (!table.find(1, 1, id, now, found)) {
                table.put(1, 1, id, answer(number), now, WINDOWS[random.nextInt(WINDOWS.length)]);
            }
        }
        IdempotencyTable other = new IdempotencyTable(1 << 20);
        table.forEach(other::put);
        assertEqual(other);
        for (int number = 0; number < 20_000; number++) {
            now += random.nextInt(50_000) * 1_000_000L;
            Bytes id = Bytes.of("n" + number);
            long window = WINDOWS[random.nextInt(WINDOWS.length)];
            table.put(1, 1, id, answer(number), now, window);
            other.put(1, 1, id, answer(number), now, window);
        }
        assertEqual(other);
        assertThat(other.stateHash()).isNotEqualTo(new IdempotencyTable(1 << 20).stateHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldBehaveLikeALinkedMapWhenAnythingHappens(long seed) {
        Random random = new Random(seed);
        long limitBytes = 20_000 << random.nextInt(6);
        IdempotencyTable tested = new IdempotencyTable(limitBytes);
        Map<Key, Model> model = new LinkedHashMap<>();
        long modelBytes = 0;
        long now = NOW;
        long window = WINDOWS[random.nextInt(WINDOWS.length)];
        int pauseMillis = 1 << random.nextInt(16);
        for (int step = 0; step < 60_000; step++) {
            now += random.nextInt(pauseMillis) * 1_000_000L;
            Key key = new Key(
                    random.nextInt(3), random.nextInt(3), "k".repeat(random.nextInt(40)) + random.nextInt(2_000));
            Bytes id = Bytes.of(key.id());
            Model known = model.get(key);
            boolean alive = known != null && now - known.putAt() < window;
            assertThat(tested.find(key.organization(), key.channel(), id, now, found))
                    .isEqualTo(alive);
            if (alive) {
                assertThat(found.sequence).isEqualTo(known.sequence());
                continue;
            }
            tested.put(key.organization(), key.channel(), id, answer(step), now, window);
            Iterator<Model> oldest = model.values().iterator();
            while (oldest.hasNext()) {
                Model entry = oldest.next();
                if (now - entry.putAt() < window) {
                    break;
                }
                modelBytes -= entry.bytes();
                oldest.remove();
            }
            int bytes = IdempotencyEntry.bytes(id.length());
            oldest = model.values().iterator();
            while (modelBytes + bytes > limitBytes) {
                modelBytes -= oldest.next().bytes();
                oldest.remove();
            }
            modelBytes += bytes;
            model.put(key, new Model(step, now, bytes));
            assertThat(tested.entries()).isEqualTo(model.size());
            assertThat(tested.bytes()).isEqualTo(modelBytes);
        }
    }

    @Test
    void shouldAllocateNothingWhenAtCapacity() {
        byte[] key = new byte[16];
        Bytes id = new Bytes().set(key, 0, key.length);
        Decision answer = answer(1);
        churn(id, key, answer, 0, 200_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        churn(id, key, answer, 200_000, 400_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }

    private void churn(Bytes id, byte[] key, Decision answer, int from, int to) {
        for (int number = from; number < to; number++) {
            LittleEndian.putInt(key, 0, number);
            if (table.find(1, 1, id, NOW + number, found)) {
                throw new AssertionError("never put: " + number);
            }
            table.put(1, 1, id, answer, NOW + number, DAY);
        }
    }

    private void assertEqual(IdempotencyTable other) {
        assertThat(other.entries()).isEqualTo(table.entries());
        assertThat(other.bytes()).isEqualTo(table.bytes());
        assertThat(other.stateHash()).isEqualTo(table.stateHash());
    }

    private static Decision answer(int number) {
        Decision answer = new Decision();
        answer.outcome = Outcome.DONE;
        answer.sequence = number;
        answer.conversation = 1_000_000_000_000L + number;
        answer.offer = 7L * number;
        answer.version = 12;
        answer.queue = number % 100;
        answer.agent = -1;
        answer.rule = 3;
        answer.priority = number % 1_001;
        answer.state = RouteState.OFFERED;
        for (int code = 0; code < Head.count(); code++) {
            answer.analysis.set(Head.ofCode(code), code - 1, 9_000 + code);
        }
        answer.analysis.sentimentScore(-4_321);
        return answer;
    }

    private record Key(int organization, int channel, String id) {}

    private record Model(long sequence, long putAt, int bytes) {}
}
