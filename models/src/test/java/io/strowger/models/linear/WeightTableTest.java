package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTableTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 49, 150})
    void shouldSumLikePlainAdditionWhateverTheNumberOfOutputs(int outputs) {
        WeightTable table = random(10, outputs);
        Random random = new Random(outputs);
        for (int count : new int[] {0, 1, 255, 256, 257, 3000}) {
            int[] buckets = random.ints(count, 0, 1024).toArray();
            int[] sums = new int[table.sumsLength()];

            new RowSums().add(table, buckets, 0, count, 0, sums);

            for (int output = 0; output < outputs; output++) {
                int expected = 0;
                for (int bucket : buckets) {
                    expected += table.weight(bucket, output);
                }
                assertThat(sums[output]).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldDropLowBitsWhenBucketsAreOfALargerTable() {
        WeightTable table = random(10, 5);
        int[] sums = new int[table.sumsLength()];

        new RowSums().add(table, new int[] {4095, 8}, 0, 2, 2, sums);

        assertThat(sums[4]).isEqualTo(table.weight(1023, 4) + table.weight(2, 4));
    }

    @Test
    void shouldKeepTheExtremesOfAByte() {
        WeightTable table = new WeightTable(6, 2);
        table.weight(3, 0, -128);
        table.weight(3, 1, 127);

        assertThat(table.weight(3, 0)).isEqualTo((byte) -128);
        assertThat(table.weight(3, 1)).isEqualTo((byte) 127);
        assertThat(table.weight(2, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 49})
    void shouldBeTheSameAfterPackingAndUnpacking(int outputs) throws IOException {
        WeightTable table = random(8, outputs);
        for (int output = 0; output < outputs; output++) {
            table.weight(17, output, 0);
        }

        WeightTable copy = unpack(pack(table));

        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            for (int output = 0; output < outputs; output++) {
                assertThat(copy.weight(bucket, output)).isEqualTo(table.weight(bucket, output));
            }
        }
    }

    @Test
    void shouldPackATableOfZeros() throws IOException {
        WeightTable copy = unpack(pack(new WeightTable(6, 3)));

        assertThat(copy.weight(63, 2)).isZero();
    }

    private static byte[] pack(WeightTable table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedWeights.write(table, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static WeightTable unpack(byte[] bytes) throws IOException {
        return PackedWeights.read(new DataInputStream(new ByteArrayInputStream(bytes)), 1 << 30);
    }

    private static WeightTable random(int bits, int outputs) {
        Random random = new Random(bits);
        WeightTable table = new WeightTable(bits, outputs);
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            for (int output = 0; output < outputs; output++) {
                table.weight(bucket, output, Math.max(-128, Math.min(127, (int) (random.nextGaussian() * 30))));
            }
        }
        return table;
    }
}
