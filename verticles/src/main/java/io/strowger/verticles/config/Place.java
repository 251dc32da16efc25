package io.strowger.verticles.config;

/**
 * Where a value stands.
 *
 * @param source the file, or what else the text came from
 * @param line from 1 on
 * @param column from 1 on
 */
public record Place(String source, int line, int column) {
    /** The place a number of characters further on the same line. */
    public Place plus(int columns) {
        return new Place(source, line, column + columns);
    }

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
