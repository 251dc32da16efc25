package io.strowger.models.linear;

import io.strowger.models.Analysis;
import io.strowger.models.ModelFormatException;
import io.strowger.models.text.NgramScanner;
import io.strowger.models.text.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a weights file: an envelope with the versions of the format and of the features, and what is in it. The version of a
 * model is a hash of these bytes.
 */
final class WeightsFormat {
    private static final WeightsEnvelope ENVELOPE = new WeightsEnvelope(
            0x5354_524F_574C_494EL, // "STROWLIN"
            "linear weights",
            "train the model again",
            List.of(
                    new WeightsEnvelope.Version(2, "has format", "reads format"),
                    new WeightsEnvelope.Version(
                            NgramScanner.FEATURES, "was trained on features of version", "makes version")));

    /** What the tables of a model may take in memory together: ten times what the largest ones take. */
    private static final long MAX_TABLE_BYTES = 512L << 20;

    private WeightsFormat() {}

    static byte[] encode(@Nullable MessageWeights message, @Nullable LanguageWeights language) throws IOException {
        return file(payload(message, language));
    }

    /** A file with that payload. */
    static byte[] file(byte[] payload) {
        return ENVELOPE.wrap(payload);
    }

    /**
     * Reads a model.
     *
     * @param name what the bytes are called in messages
     * @param version the version that the caller knows the bytes to have
     */
    static LinearModel decode(String name, byte[] bytes, String version) throws ModelFormatException {
        byte[] payload = ENVELOPE.unwrap(name, bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            MessageWeights message = in.readBoolean() ? readMessage(in) : null;
            long left = MAX_TABLE_BYTES - (message == null ? 0 : message.table().bytes());
            LanguageWeights language = in.readBoolean() ? readLanguage(in, left) : null;
            LinearModel model = new LinearModel(version, message, language);
            if (model.tasks().isEmpty()) {
                throw new IOException("it has no head");
            }
            return model;
        } catch (EOFException cut) {
            throw new ModelFormatException(name + " cannot be read: it ends early; train the model again");
        } catch (IOException | IllegalArgumentException damaged) {
            throw new ModelFormatException(
                    name + " cannot be read: " + damaged.getMessage() + "; train the model again");
        }
    }

    private static byte[] payload(@Nullable MessageWeights message, @Nullable LanguageWeights language)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(message != null);
            if (message != null) {
                out.writeByte(message.heads().size());
                for (LinearHead head : message.heads()) {
                    writeHead(head, out);
                }
                PackedWeights.write(message.table(), out);
            }
            out.writeBoolean(language != null);
            if (language != null) {
                writeLanguage(language, out);
            }
        }
        return bytes.toByteArray();
    }

    private static MessageWeights readMessage(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        List<LinearHead> heads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            heads.add(readHead(in));
        }
        WeightTable table = PackedWeights.read(in, MAX_TABLE_BYTES);
        for (LinearHead head : heads) {
            checkOutputs(head, table);
        }
        return new MessageWeights(table, heads);
    }

    private static void checkOutputs(LinearHead head, WeightTable table) throws IOException {
        if (head.firstOutput() + head.size() > table.outputs()) {
            throw new IOException("head '" + head.name() + "' needs more outputs than the table has");
        }
    }

    private static void writeLanguage(LanguageWeights language, DataOutputStream out) throws IOException {
        out.writeByte(language.bits());
        writeLabels(language.labels(), out);
        for (ScriptGroup group : language.groups()) {
            out.writeShort(group == null ? 0 : group.languages().length);
            if (group == null) {
                continue;
            }
            for (int label : group.languages()) {
                out.writeShort(label);
            }
            out.writeShort(group.confidence());
            out.writeBoolean(group.table() != null);
            if (group.head() != null && group.table() != null) {
                writeHead(group.head(), out);
                PackedWeights.write(group.table(), out);
            }
        }
    }

    private static LanguageWeights readLanguage(DataInputStream in, long mostBytes) throws IOException {
        int bits = in.readUnsignedByte();
        if (bits < WeightTable.FEWEST_BITS || bits > WeightTable.MOST_BITS) {
            throw new IOException("language features of " + bits + " bits");
        }
        long left = mostBytes;
        List<String> labels = readLabels(in);
        @Nullable ScriptGroup[] groups = new ScriptGroup[Script.count()];
        for (int code = 0; code < groups.length; code++) {
            int[] languages = new int[in.readUnsignedShort()];
            if (languages.length == 0) {
                continue;
            }
            for (int i = 0; i < languages.length; i++) {
                languages[i] = in.readUnsignedShort();
                if (languages[i] >= labels.size()) {
                    throw new IOException("language number " + languages[i] + " of " + labels.size());
                }
            }
            int confidence = in.readUnsignedShort();
            if (in.readBoolean()) {
                LinearHead head = readHead(in);
                WeightTable table = PackedWeights.read(in, left);
                left -= table.bytes();
                checkOutputs(head, table);
                if (head.size() != languages.length || table.bits() > bits) {
                    throw new IOException("the table of a script does not fit its languages");
                }
                groups[code] = ScriptGroup.of(languages, table, head);
            } else {
                if (confidence > Analysis.ONE) {
                    throw new IOException("a confidence of " + confidence + " ten-thousandths");
                }
                groups[code] = ScriptGroup.single(languages[0], confidence);
            }
        }
        return new LanguageWeights(bits, labels, groups);
    }

    private static void writeHead(LinearHead head, DataOutputStream out) throws IOException {
        out.writeUTF(head.name());
        writeLabels(head.labels(), out);
        out.writeShort(head.firstOutput());
        out.writeLong(head.scale());
        for (int bias : head.biases()) {
            out.writeInt(bias);
        }
    }

    private static LinearHead readHead(DataInputStream in) throws IOException {
        String name = in.readUTF();
        List<String> labels = readLabels(in);
        int firstOutput = in.readUnsignedShort();
        long scale = in.readLong();
        int[] biases = new int[labels.size()];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = in.readInt();
        }
        return new LinearHead(name, labels, firstOutput, scale, biases);
    }

    private static void writeLabels(List<String> labels, DataOutputStream out) throws IOException {
        out.writeShort(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
    }

    private static List<String> readLabels(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (count == 0) {
            throw new IOException("a head without labels");
        }
        List<String> labels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String label = in.readUTF();
            if (label.isEmpty() || label.chars().anyMatch(Character::isISOControl)) {
                throw new IOException("an empty label or one with a control character");
            }
            labels.add(label);
        }
        return labels;
    }
}
