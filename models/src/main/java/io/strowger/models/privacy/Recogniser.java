package io.strowger.models.privacy;

/**
 * Knows one family of entities. Called for each token that can begin or betray one; looks a bounded number of places around
 * it and offers what it sees. Keeps nothing from text to text.
 */
@FunctionalInterface
interface Recogniser {
    void recognise(Scan scan, int token);
}
