package io.strowger.models.deep;

import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.WeightsEnvelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a deep part: an envelope with the version of the format, and what is in it. */
final class DeepFormat {
    private static final int MAX_DIMENSIONS = 8192;
    private static final WeightsEnvelope ENVELOPE = new WeightsEnvelope(
            0x5354_524F_5744_4545L, // "STROWDEE"
            "deep weights",
            "train the deep part again",
            List.of(new WeightsEnvelope.Version(1, "has format", "reads format")));

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
        return ENVELOPE.wrap(bytes.toByteArray());
    }

    /** @param name what the bytes are called in messages */
    static DeepModel decode(String name, byte[] bytes) throws ModelFormatException {
        byte[] payload = ENVELOPE.unwrap(name, bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            PackagedEncoder encoder = PackagedEncoder.ofKey(in.readUTF());
            String encoderVersion = in.readUTF();
            List<DeepHead> heads = new ArrayList<>();
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                heads.add(read(name, in));
            }
            return new DeepModel(WeightsEnvelope.hash(bytes), encoder, encoderVersion, heads);
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
}
