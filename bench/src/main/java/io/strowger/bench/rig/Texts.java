package io.strowger.bench.rig;

import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What customers write: our own support texts in seven languages, drawn by a seed and brought to a length. The same length
 * and seed give the same texts on every machine. Immutable, but for the arrays, which nobody changes.
 */
public final class Texts {
    /** The usual length in bytes of UTF-8. */
    public static final int USUAL_BYTES = 100;

    /** The longest. */
    public static final int MOST_BYTES = 64 << 10;

    /** How many there are: more than the caches of a processor hold of what analyzing them touches. */
    private static final int COUNT = 2_048;

    private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "nl", "pt");
    private static final double TOLERANCE = 0.1;
    private static final int ENOUGH_OF_A_LENGTH = 10;

    private final Bytes[] texts;

    private Texts(Bytes[] texts) {
        this.texts = texts;
    }

    /**
     * Draws texts of about a length, within a tenth: whole messages where there are enough of that length, else
     * messages of one language in a row, cut between two characters.
     *
     * @param targetBytes 1 to {@link #MOST_BYTES} bytes of UTF-8
     * @throws CommandFailure when the length is not possible
     */
    public static Texts load(int targetBytes, long seed) {
        if (targetBytes < 1 || targetBytes > MOST_BYTES) {
            throw CommandFailure.wrongCall(
                    "a text length of " + targetBytes + " bytes is not possible; it must be 1 to " + MOST_BYTES);
        }
        Random random = new Random(seed);
        List<List<byte[]>> whole = new ArrayList<>();
        List<List<byte[]>> fitting = new ArrayList<>();
        for (String language : LANGUAGES) {
            List<byte[]> rows = read(language);
            whole.add(rows);
            fitting.add(
                    rows.stream().filter(row -> fits(row.length, targetBytes)).toList());
        }
        Bytes[] texts = new Bytes[COUNT];
        for (int number = 0; number < COUNT; number++) {
            int language = random.nextInt(LANGUAGES.size());
            List<byte[]> candidates = fitting.get(language);
            byte[] text = candidates.size() >= ENOUGH_OF_A_LENGTH
                    ? candidates.get(random.nextInt(candidates.size()))
                    : joined(whole.get(language), targetBytes, random);
            texts[number] = new Bytes().set(text, 0, text.length);
        }
        return new Texts(texts);
    }

    /** How many texts there are. */
    public int count() {
        return texts.length;
    }

    /** The text of a message; texts come again after {@link #count()} messages. */
    public Bytes text(long number) {
        return texts[(int) (number % texts.length)];
    }

    /** Mean length in bytes of UTF-8. */
    public double meanBytes() {
        long sum = 0;
        for (Bytes text : texts) {
            sum += text.length();
        }
        return (double) sum / texts.length;
    }

    private static boolean fits(int bytes, int targetBytes) {
        return Math.abs(bytes - targetBytes) <= TOLERANCE * targetBytes;
    }

    private static byte[] joined(List<byte[]> rows, int targetBytes, Random random) {
        byte[] text = new byte[targetBytes];
        int length = 0;
        while (length < targetBytes) {
            byte[] row = rows.get(random.nextInt(rows.size()));
            int taken = Math.min(row.length, targetBytes - length);
            System.arraycopy(row, 0, text, length, taken);
            length += taken;
            if (taken < row.length) {
                break;
            }
            if (length < targetBytes) {
                text[length++] = ' ';
            }
        }
        String cut = new String(text, 0, length, StandardCharsets.UTF_8);
        return (cut.endsWith("\uFFFD") ? cut.substring(0, cut.length() - 1) : cut).getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> read(String language) {
        String name = "texts/" + language + ".tsv";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw CommandFailure.failed("the benchmarks' texts are missing: no " + name + " on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<byte[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.substring(line.lastIndexOf('\t') + 1);
                if (!text.isBlank()) {
                    rows.add(text.getBytes(StandardCharsets.UTF_8));
                }
            }
            return rows;
        } catch (IOException e) {
            throw CommandFailure.failed("the benchmarks' texts cannot be read: " + name + ": " + e, e);
        }
    }
}
