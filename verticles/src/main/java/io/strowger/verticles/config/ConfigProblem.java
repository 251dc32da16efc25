package io.strowger.verticles.config;

/**
 * Something wrong in a configuration.
 *
 * @param where the file with line and column, the environment variable, or the option
 * @param path the key, for example {@code http.port} or {@code rules[3].when}; empty when the whole text is meant
 * @param message a sentence without its full stop: what is wrong and what would be right
 */
public record ConfigProblem(String where, String path, String message) {
    @Override
    public String toString() {
        return where + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
