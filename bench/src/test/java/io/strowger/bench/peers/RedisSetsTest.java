package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.net.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisSetsTest {
    @Test
    void shouldSetTheLineWithoutItsLineFeedUnderAKeyOfItsOwn() {
        assertThat(written(7)).isEqualTo("*3\r\n$3\r\nSET\r\n$13\r\nr1-0000000007\r\n$11\r\npayload-7ß\r\n");
        assertThat(RedisSets.key("r1", 7)).isEqualTo("r1-0000000007");
    }

    @Test
    void shouldNotNeedMoreBytesThanItSays() {
        RedisSets sets = new RedisSets(new Payloads(), "r1");

        assertThat(written(1234).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(sets.maxBytes());
    }

    private static String written(long number) {
        RedisSets sets = new RedisSets(new Payloads(), "r1");
        ByteBuffer into = ByteBuffer.allocate(sets.maxBytes());
        sets.write(number, 0, into);
        return new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
    }

    private static final class Payloads implements Requests {
        @Override
        public int maxBytes() {
            return 64;
        }

        @Override
        public void write(long number, int connection, ByteBuffer into) {
            into.put(("payload-" + number + "ß\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
