package io.strowger.models.data;

import java.util.zip.CRC32C;

/**
 * One customer message of the project's own text, labelled for three heads.
 *
 * @param language the ISO 639-1 code that the file is named after
 * @param text UTF-8, owned by the row: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SupportText(String language, String intent, String urgency, String sentiment, byte[] text) {
    private static final int PARTS = 10;
    private static final int HELD_OUT_PART = 0;

    /** How many parts there are of all that is not held out: a model of the others calibrates on each of them. */
    public static final int CALIBRATION_PARTS = 3;

    /** True for the tenth that no weight ever sees: it measures the shipped model. Depends on the text alone. */
    public boolean isHeldOut() {
        return part() == HELD_OUT_PART;
    }

    /** Which of the {@link #CALIBRATION_PARTS} the text is in; -1 when it is held out. Depends on the text alone. */
    public int calibrationPart() {
        return isHeldOut() ? -1 : part() % CALIBRATION_PARTS;
    }

    private int part() {
        CRC32C checksum = new CRC32C();
        checksum.update(text);
        return (int) (checksum.getValue() % PARTS);
    }
}
