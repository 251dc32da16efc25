package io.strowger.models.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Examples from a TSV file: UTF-8, {@code label<TAB>text} a line, no header. Blank lines are skipped, a byte order mark and
 * carriage returns at line ends are dropped, further tabs belong to the text.
 *
 * @param file where the examples come from
 * @param rows the examples in the order of the file, at least one
 */
public record LabelledFile(Path file, List<LabelledText> rows) {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    public LabelledFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws LabelledDataException when it is missing, empty, or a line is not UTF-8 or has no tab or no label
     */
    public static LabelledFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new LabelledDataException(
                    file, LabelledDataException.WHOLE_FILE, "is a directory; name a file of label<TAB>text lines");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new LabelledDataException(file, LabelledDataException.WHOLE_FILE, "there is no such file");
        }
        List<LabelledText> rows = new ArrayList<>();
        int from = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        for (int line = 1; from < bytes.length; line++) {
            int newline = from;
            while (newline < bytes.length && bytes[newline] != '\n') {
                newline++;
            }
            int to = newline > from && bytes[newline - 1] == '\r' ? newline - 1 : newline;
            if (to > from) {
                rows.add(row(file, line, bytes, from, to));
            }
            from = newline + 1;
        }
        if (rows.isEmpty()) {
            throw new LabelledDataException(
                    file, LabelledDataException.WHOLE_FILE, "is empty; each line must be label<TAB>text");
        }
        return new LabelledFile(file, rows);
    }

    /** The labels that occur, sorted. */
    public List<String> labels() {
        TreeSet<String> labels = new TreeSet<>();
        for (LabelledText row : rows) {
            labels.add(row.label());
        }
        return List.copyOf(labels);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static LabelledText row(Path file, int line, byte[] bytes, int from, int to) throws LabelledDataException {
        int tab = from;
        while (tab < to && bytes[tab] != '\t') {
            tab++;
        }
        if (tab == to) {
            throw new LabelledDataException(file, line, "has no tab; each line must be label<TAB>text");
        }
        String label = decoded(file, line, bytes, from, tab).strip();
        if (label.isEmpty()) {
            throw new LabelledDataException(file, line, "has no label before its tab");
        }
        decoded(file, line, bytes, tab + 1, to);
        return new LabelledText(label, Arrays.copyOfRange(bytes, tab + 1, to), line);
    }

    private static String decoded(Path file, int line, byte[] bytes, int from, int to) throws LabelledDataException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new LabelledDataException(file, line, "is not valid UTF-8; save the file as UTF-8");
        }
    }
}
