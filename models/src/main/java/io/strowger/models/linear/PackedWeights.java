package io.strowger.models.linear;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The packed form of a weight table: a bitmap of the buckets that have any weight, then the weights of these buckets,
 * Huffman-coded, output by output. Most weights of a trained table are small, so this is a third to a fifth of its size.
 */
final class PackedWeights {
    private static final int MAX_OUTPUTS = 4096;

    private PackedWeights() {}

    static void write(WeightTable table, DataOutput out) throws IOException {
        out.writeByte(table.bits());
        out.writeShort(table.outputs());
        byte[] present = presentBuckets(table);
        out.write(present);
        HuffmanCode code = HuffmanCode.of(counts(table, present));
        code.write(out);
        byte[] coded = encode(table, present, code);
        out.writeInt(coded.length);
        out.write(coded);
    }

    /**
     * Reads a table.
     *
     * @param mostBytes what the table may take in memory; a larger one is refused before there is memory for it
     */
    static WeightTable read(DataInputStream in, long mostBytes) throws IOException {
        int bits = in.readUnsignedByte();
        int outputs = in.readUnsignedShort();
        if (bits < WeightTable.FEWEST_BITS
                || bits > WeightTable.MOST_BITS
                || outputs < 1
                || outputs > MAX_OUTPUTS
                || WeightTable.bytes(bits, outputs) > mostBytes) {
            throw new IOException("a table of 2^" + bits + " buckets and " + outputs + " outputs");
        }
        byte[] present = new byte[1 << (bits - 3)];
        in.readFully(present);
        HuffmanCode code = HuffmanCode.read(in);
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException(length + " bytes of weights where " + in.available() + " are left");
        }
        // Zeros after the end let the decoder look ahead.
        byte[] coded = new byte[length + Long.BYTES];
        in.readFully(coded, 0, length);
        WeightTable table = new WeightTable(bits, outputs);
        decode(coded, length, present, code, table);
        return table;
    }

    private static boolean isPresent(byte[] present, int bucket) {
        return (present[bucket >>> 3] >>> (bucket & 7) & 1) != 0;
    }

    private static byte[] presentBuckets(WeightTable table) {
        byte[] present = new byte[table.buckets() >>> 3];
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            for (int output = 0; output < table.outputs(); output++) {
                if (table.weight(bucket, output) != 0) {
                    present[bucket >>> 3] |= (byte) (1 << (bucket & 7));
                    break;
                }
            }
        }
        return present;
    }

    private static long[] counts(WeightTable table, byte[] present) {
        long[] counts = new long[256];
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            if (isPresent(present, bucket)) {
                for (int output = 0; output < table.outputs(); output++) {
                    counts[table.weight(bucket, output) & 0xFF]++;
                }
            }
        }
        return counts;
    }

    private static byte[] encode(WeightTable table, byte[] present, HuffmanCode code) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        long pending = 0;
        int pendingBits = 0;
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            if (!isPresent(present, bucket)) {
                continue;
            }
            for (int output = 0; output < table.outputs(); output++) {
                int symbol = table.weight(bucket, output) & 0xFF;
                pending = pending << code.length(symbol) | code.code(symbol);
                pendingBits += code.length(symbol);
                while (pendingBits >= 8) {
                    pendingBits -= 8;
                    coded.write((int) (pending >>> pendingBits));
                }
            }
        }
        if (pendingBits > 0) {
            coded.write((int) (pending << (8 - pendingBits)));
        }
        return coded.toByteArray();
    }

    private static void decode(byte[] coded, int length, byte[] present, HuffmanCode code, WeightTable table)
            throws IOException {
        byte[] row = new byte[table.outputs()];
        long ahead = 0;
        int bits = 0;
        int next = 0;
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            if (!isPresent(present, bucket)) {
                continue;
            }
            for (int output = 0; output < row.length; output++) {
                if (bits < HuffmanCode.MAX_LENGTH) {
                    for (; bits <= Long.SIZE - 2 * Byte.SIZE && next < coded.length; bits += Byte.SIZE) {
                        ahead = ahead << Byte.SIZE | (coded[next++] & 0xFF);
                    }
                }
                int decoded = code.decode((int) (ahead >>> (bits - HuffmanCode.MAX_LENGTH)) & HuffmanCode.MASK);
                bits -= decoded >>> 8;
                if (decoded == 0 || next - (bits >>> 3) > length) {
                    throw new IOException("the packed weights end early or are no code");
                }
                row[output] = (byte) decoded;
            }
            table.row(bucket, row);
        }
    }
}
