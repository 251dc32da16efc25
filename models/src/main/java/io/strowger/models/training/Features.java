package io.strowger.models.training;

/**
 * The features of a training text.
 *
 * @param buckets each once; those of whole words and pairs of words are the last
 * @param parts how many buckets come before these: parts of words, punctuation, the length
 */
@SuppressWarnings("ArrayRecordComponent") // millions, read in the innermost loop
record Features(int[] buckets, int parts) {
    /** Features of one kind. */
    static Features ofParts(int[] buckets) {
        return new Features(buckets, buckets.length);
    }

    /** Puts the buckets of whole words last and keeps the order otherwise. */
    static Features of(int[] buckets, int count, boolean[] whole) {
        int[] ordered = new int[count];
        int parts = 0;
        int words = count;
        for (int i = 0; i < count; i++) {
            if (!whole[i]) {
                ordered[parts++] = buckets[i];
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            if (whole[i]) {
                ordered[--words] = buckets[i];
            }
        }
        return new Features(ordered, parts);
    }

    int count() {
        return buckets.length;
    }
}
