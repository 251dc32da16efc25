package io.strowger.models.deep;

import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** The bytes of a deep part: magic, format version, length of the payload, payload, CRC-32C of the payload. Big-endian. */
final class DeepFormat {
    private static final long MAGIC = 0x5354_524F_5744_4545L; // "STROWDEE"
    private static final int FORMAT = 1;
    private static final int HEADER_BYTES = Long.BYTES + 2 * Integer.BYTES;
    private static final int VERSION_DIGITS = 16;
    private static final int MAX_DIMENSIONS = 8192;

    private DeepFormat() {}

    static byte[] encode(PackagedEncoder encoder, String encoderVersion, List<DeepHead> heads) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(encoder.key());
            out.writeUTF(encoderVersion);
            out.writeByte(heads.size());
            for (DeepHead head : heads) {
                write(head, out);
            }
        }
        byte[] payload = bytes.toByteArray();
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + payload.length + Integer.BYTES);
        file.putLong(MAGIC).putInt(FORMAT).putInt(payload.length).put(payload).putInt(checksum(payload));
        return file.array();
    }

    /** @param name what the bytes are called in messages */
    static DeepModel decode(String name, byte[] bytes) throws ModelFormatException {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES || file.getLong() != MAGIC) {
            throw new ModelFormatException(name + " is not a file of deep weights; train the deep part again");
        }
        int format = file.getInt();
        if (format != FORMAT) {
            throw new ModelFormatException(name + " has format " + format + ", this build reads format " + FORMAT
                    + "; update Strowger or train the deep part again");
        }
        int length = file.getInt();
        if (length < 0 || bytes.length != (long) HEADER_BYTES + length + Integer.BYTES) {
            throw new ModelFormatException(name + " has " + bytes.length + " bytes where its header says "
                    + ((long) HEADER_BYTES + length + Integer.BYTES) + "; copy it again");
        }
        byte[] payload = new byte[length];
        file.get(payload);
        if (file.getInt() != checksum(payload)) {
            throw new ModelFormatException(name + " is damaged: its checksum does not match; copy it again");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            PackagedEncoder encoder = PackagedEncoder.ofKey(in.readUTF());
            String encoderVersion = in.readUTF();
            List<DeepHead> heads = new ArrayList<>();
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                heads.add(read(name, in));
            }
            return new DeepModel(version(bytes), encoder, encoderVersion, heads);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new ModelFormatException(
                    name + " cannot be read: " + damaged.getMessage() + "; train the deep part again");
        }
    }

    private static void write(DeepHead head, DataOutputStream out) throws IOException {
        out.writeUTF(head.task());
        out.writeShort(head.labels().size());
        out.writeShort(head.dimensions());
        for (float weight : head.weights()) {
            out.writeFloat(weight);
        }
        for (float bias : head.biases()) {
            out.writeFloat(bias);
        }
        out.writeDouble(head.vectorFactor());
        out.writeDouble(head.wordsFactor());
        byte[] words = InlineModels.encode(head.words());
        out.writeInt(words.length);
        out.write(words);
    }

    private static DeepHead read(String name, DataInputStream in) throws IOException {
        String task = in.readUTF();
        int labels = in.readUnsignedShort();
        int dimensions = in.readUnsignedShort();
        if (labels == 0 || dimensions == 0 || dimensions > MAX_DIMENSIONS) {
            throw new IOException("a head with " + labels + " labels and " + dimensions + " dimensions");
        }
        float[] weights = floats(labels * dimensions, in);
        float[] biases = floats(labels, in);
        double vectorFactor = in.readDouble();
        double wordsFactor = in.readDouble();
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("the words of head '" + task + "' are cut off");
        }
        LinearModel words = InlineModels.decode(name, in.readNBytes(length));
        return new DeepHead(task, words.labels(task), weights, biases, vectorFactor, words, wordsFactor);
    }

    private static float[] floats(int count, DataInputStream in) throws IOException {
        if (count > in.available() / Float.BYTES) {
            throw new IOException("the weights are cut off");
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static int checksum(byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    private static String version(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
