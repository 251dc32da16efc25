package io.strowger.models;

import java.util.List;

/** Answers one task. Holds scratch; belongs to one thread. */
public interface LabelClassifier {
    /** The labels in the order of their indices. */
    List<String> labels();

    /** The index of the label of {@code length} bytes of UTF-8 from {@code offset}. */
    int classify(byte[] text, int offset, int length);

    /** The calibrated confidence of the last answer in ten-thousandths. */
    int confidence();
}
