package io.strowger.models;

import java.util.List;

/**
 * Understands a text: one pass over its UTF-8 bytes answers every head.
 *
 * <p>An analyzer holds scratch buffers, so each thread has its own; {@link #fork()} makes one that shares the weights.
 * The same bytes give the same answer on every machine and JDK.
 */
public interface TextAnalyzer {
    /**
     * Analyzes {@code length} bytes of UTF-8 from {@code offset}. Allocates nothing. Malformed UTF-8 is not an error: it
     * reads as replacement characters. An empty text gets an answer, too.
     */
    void analyze(byte[] text, int offset, int length, Analysis analysis);

    /** The labels of a head in the order of their indices; empty when this analyzer does not answer the head. */
    List<String> labels(Head head);

    /** The version of the weights: a hash of their content, in lower-case hexadecimal digits. */
    String version();

    /** An analyzer for another thread, with the same weights and scratch buffers of its own. */
    TextAnalyzer fork();
}
