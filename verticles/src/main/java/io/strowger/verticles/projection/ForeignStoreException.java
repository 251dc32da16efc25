package io.strowger.verticles.projection;

/** A store is ahead of the journal: it was filled from another one. */
final class ForeignStoreException extends Exception {
    ForeignStoreException(String name, long position, long durableSequence) {
        super(name + " is at record " + position + ", but the journal ends at " + durableSequence
                + ": it was filled from another journal; give it an empty database, or the journal that it belongs to");
    }
}
