package io.strowger.models.data;

/**
 * One example.
 *
 * @param label what the text is
 * @param text UTF-8, owned by the example: nobody changes it
 * @param line where it stands in its file, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record LabelledText(String label, byte[] text, int line) {}
