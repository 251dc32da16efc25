package io.strowger.models.linear;

import io.strowger.models.ModelFormatException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a file of weights has around its payload: a magic number, versions, the length of the payload, the payload, and its CRC-32C.
 * Big-endian.
 *
 * @param magic what such a file begins with
 * @param weights what is in it, for people
 * @param trainAgain what to do when it is of no use, for people
 * @param versions what must be the same in the file and in this build
 */
public record WeightsEnvelope(long magic, String weights, String trainAgain, List<Version> versions) {
    private static final int VERSION_DIGITS = 16;

    /**
     * A version in the header.
     *
     * @param known the only one that this build reads
     * @param found what a file does that has it, for people: "has format"
     * @param build what this build does: "reads format"
     */
    public record Version(int known, String found, String build) {}

    /** A file with that payload. */
    public byte[] wrap(byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(headerBytes() + payload.length + Integer.BYTES);
        file.putLong(magic);
        versions.forEach(version -> file.putInt(version.known()));
        file.putInt(payload.length).put(payload).putInt(checksum(payload));
        return file.array();
    }

    /**
     * The payload of a file.
     *
     * @param name what the bytes are called in messages
     * @throws ModelFormatException when the file is another, newer, cut, or damaged; says what to do
     */
    public byte[] unwrap(String name, byte[] bytes) throws ModelFormatException {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < headerBytes() || file.getLong() != magic) {
            throw new ModelFormatException(name + " is not a file of " + weights + "; " + trainAgain);
        }
        for (Version version : versions) {
            int found = file.getInt();
            if (found != version.known()) {
                throw new ModelFormatException(name + " " + version.found() + " " + found + ", this build "
                        + version.build() + " " + version.known() + "; update Strowger or " + trainAgain);
            }
        }
        int length = file.getInt();
        long whole = (long) headerBytes() + length + Integer.BYTES;
        if (length < 0 || bytes.length != whole) {
            throw new ModelFormatException(
                    name + " has " + bytes.length + " bytes where its header says " + whole + "; copy it again");
        }
        byte[] payload = new byte[length];
        file.get(payload);
        if (file.getInt() != checksum(payload)) {
            throw new ModelFormatException(name + " is damaged: its checksum does not match; copy it again");
        }
        return payload;
    }

    /** The hash that names a content. */
    public static String hash(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private int headerBytes() {
        return Long.BYTES + (versions.size() + 1) * Integer.BYTES;
    }

    private static int checksum(byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        return (int) checksum.getValue();
    }
}
