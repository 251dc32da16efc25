package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Configure;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order agents, queues and channels stand in a configuration decides nothing, once their names have numbers. */
class PermutationTest {
    private static final int COMMANDS = 300;

    private final RouterHarness first = new RouterHarness(RandomLife.LIMITS);
    private final RouterHarness second = new RouterHarness(RandomLife.LIMITS);
    private Random order = new Random();

    @Invariant(14)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void shouldDecideTheSameInWhateverOrderTheyStand(long seed) {
        order = new Random(seed);
        for (String id : List.of("shop-0", "shop-1")) {
            first.configure(everything(id));
            second.configure(everything(id));
        }
        first.follower = this::repeat;
        RandomLife life = new RandomLife(seed, first);
        life.begin();
        for (int command = 0; command < COMMANDS; command++) {
            life.step();
        }
    }

    private void repeat(int number, CommandKind kind, byte[] command) {
        second.now = first.now;
        byte[] permuted = kind == CommandKind.CONFIGURE ? permuted(command) : command;
        second.decide(number, kind, permuted);
        assertThat(second.records).hasSameSizeAs(first.records);
        RecordView one = new RecordView().wrap(first.records.get(first.records.size() - 1), 0);
        RecordView other = new RecordView().wrap(second.records.get(second.records.size() - 1), 0);
        while (one.nextEvent()) {
            assertThat(other.nextEvent()).isTrue();
            assertThat(other.eventKind()).isEqualTo(one.eventKind());
            if (one.eventKind() != EventKind.CONFIGURATION_CHANGED) {
                assertThat(rest(other.content())).as("%s", one.eventKind()).isEqualTo(rest(one.content()));
            }
        }
        assertThat(other.nextEvent()).isFalse();
    }

    private byte[] permuted(byte[] command) {
        Configure configure = new Configure();
        configure.read(new ByteReader().wrap(command, 0, command.length));
        OrganizationConfiguration given = ConfigurationCodec.read(new ByteReader().wrap(configure.configuration));
        ByteWriter out = new ByteWriter(1 << 10, 1 << 20);
        ConfigurationCodec.write(
                new OrganizationConfiguration(
                        given.id(),
                        shuffled(given.channels()),
                        shuffled(given.queues()),
                        shuffled(given.agents()),
                        given.rules(),
                        given.fallbackQueue(),
                        given.limits(),
                        given.calendars(),
                        given.workflows()),
                out);
        configure.configuration.set(Bytes.of(""));
        configure.configuration.set(out.array(), 0, out.position());
        ByteWriter bytes = new ByteWriter(1 << 10, 1 << 20);
        configure.write(bytes);
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, order);
        return shuffled;
    }

    private static byte[] rest(ByteReader content) {
        byte[] bytes = new byte[content.remaining()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = content.readByte();
        }
        return bytes;
    }

    /** All names that a random life uses, so that each has the same number whatever the order is later. */
    private static OrganizationConfiguration everything(String id) {
        Shop shop = new Shop()
                .channel("mail", io.strowger.engine.configuration.ChannelKind.EMAIL, 1, 3)
                .channel("phone", io.strowger.engine.configuration.ChannelKind.VOICE, 4, 1);
        for (int queue = 0; queue < 4; queue++) {
            shop.queue("q" + queue);
        }
        for (int agent = 0; agent < 9; agent++) {
            shop.agent("a" + agent, 1, List.of("general"));
        }
        return shop.build(id);
    }
}
