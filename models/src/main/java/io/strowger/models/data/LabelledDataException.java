package io.strowger.models.data;

import java.io.IOException;
import java.nio.file.Path;

/** A file of labelled texts that cannot be used: says which file, which line, what is wrong and what is expected. */
public final class LabelledDataException extends IOException {
    /** The line of a problem that belongs to the whole file. */
    public static final int WHOLE_FILE = 0;

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    public LabelledDataException(Path file, int line, String problem) {
        super(line == WHOLE_FILE ? file + ": " + problem : file + ":" + line + ": " + problem);
        this.file = file.toString();
        this.line = line;
    }

    /** The file as it was named by the caller. */
    public String file() {
        return file;
    }

    /** The line, counted from 1, or {@link #WHOLE_FILE}. */
    public int line() {
        return line;
    }
}
