package io.strowger.models.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A canonical Huffman code for bytes. Model files are packed with it instead of with the JDK's deflater, whose output
 * differs between JDKs and would change a model's hash.
 */
final class HuffmanCode {
    static final int MAX_LENGTH = 12;

    /** {@link #MAX_LENGTH} bits set. */
    static final int MASK = (1 << MAX_LENGTH) - 1;

    private static final int SYMBOLS = 256;

    private final byte[] lengths;
    private final int[] codes = new int[SYMBOLS];
    /** For each possible next {@link #MAX_LENGTH} bits: the symbol, and its length above it. */
    private final short[] decoding = new short[1 << MAX_LENGTH];

    private HuffmanCode(byte[] lengths) {
        this.lengths = lengths;
        int code = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = code;
                    int from = code << (MAX_LENGTH - length);
                    if (from + (1 << (MAX_LENGTH - length)) > decoding.length) {
                        throw new IllegalArgumentException("the code lengths do not make a code");
                    }
                    Arrays.fill(decoding, from, from + (1 << (MAX_LENGTH - length)), (short) (length << 8 | symbol));
                    code++;
                }
            }
            code <<= 1;
        }
    }

    /** The best code for symbols that occur that often; a symbol is a byte as a number from 0 to 255. */
    static HuffmanCode of(long[] counts) {
        long[] weights = counts.clone();
        byte[] lengths = lengths(weights);
        while (longest(lengths) > MAX_LENGTH) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                weights[symbol] = weights[symbol] == 0 ? 0 : weights[symbol] / 2 + 1;
            }
            lengths = lengths(weights);
        }
        return new HuffmanCode(lengths);
    }

    /** @throws IOException when the lengths that are read make no code */
    static HuffmanCode read(DataInput in) throws IOException {
        byte[] lengths = new byte[SYMBOLS];
        in.readFully(lengths);
        for (byte length : lengths) {
            if (length < 0 || length > MAX_LENGTH) {
                throw new IOException("a code length of " + length + " bits");
            }
        }
        try {
            return new HuffmanCode(lengths);
        } catch (IllegalArgumentException impossible) {
            throw new IOException(impossible.getMessage(), impossible);
        }
    }

    void write(DataOutput out) throws IOException {
        out.write(lengths);
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The symbol and, above 8 bits, the length of the code that these {@link #MAX_LENGTH} bits begin with; 0: none. */
    int decode(int bits) {
        return decoding[bits];
    }

    private static int longest(byte[] lengths) {
        int longest = 0;
        for (byte length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** The depth of each symbol in the tree that joins the two lightest nodes again and again. */
    private static byte[] lengths(long[] counts) {
        long[] weights = Arrays.copyOf(counts, 2 * SYMBOLS);
        // A code needs two symbols: unused ones stand in where there are fewer.
        for (int symbol = 0; used(weights) < 2; symbol++) {
            weights[symbol] = Math.max(1, weights[symbol]);
        }
        int[] parents = new int[2 * SYMBOLS];
        int joins = used(weights) - 1;
        for (int join = 0; join < joins; join++) {
            int node = SYMBOLS + join;
            int left = takeLightest(weights, parents, node);
            long weight = weights[left];
            weights[left] = 0;
            int right = takeLightest(weights, parents, node);
            weights[node] = weight + weights[right];
            weights[right] = 0;
        }
        byte[] lengths = new byte[SYMBOLS];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            int depth = 0;
            for (int node = parents[symbol]; node != 0; node = parents[node]) {
                depth++;
            }
            lengths[symbol] = (byte) depth;
        }
        return lengths;
    }

    private static int used(long[] weights) {
        int used = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            used += weights[symbol] > 0 ? 1 : 0;
        }
        return used;
    }

    /** The lightest node that has no parent yet, the first on a tie, gets this parent. */
    private static int takeLightest(long[] weights, int[] parents, int parent) {
        int lightest = -1;
        for (int node = 0; node < parent; node++) {
            if (weights[node] > 0 && (lightest < 0 || weights[node] < weights[lightest])) {
                lightest = node;
            }
        }
        parents[lightest] = parent;
        return lightest;
    }
}
