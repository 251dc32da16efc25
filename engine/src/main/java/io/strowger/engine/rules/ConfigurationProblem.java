package io.strowger.engine.rules;

/**
 * Something wrong, or doubtful, in an organization's configuration.
 *
 * @param severity whether the configuration can be used nevertheless
 * @param path the value as its document names it, for example {@code rules[3].when}; empty for the whole
 * @param line for a condition: the line of it, from 1 on; else 0
 * @param column for a condition: the column, from 1 on; else 0
 * @param message a sentence without its full stop: what is wrong and what would be right
 */
public record ConfigurationProblem(Severity severity, String path, int line, int column, String message) {
    /** How bad a problem is. */
    public enum Severity {
        /** The configuration can't be used. */
        ERROR,
        /** It can be used, and probably does not do what was meant. */
        WARNING
    }

    static ConfigurationProblem error(String path, String message) {
        return new ConfigurationProblem(Severity.ERROR, path, 0, 0, message);
    }

    static ConfigurationProblem warning(String path, String message) {
        return new ConfigurationProblem(Severity.WARNING, path, 0, 0, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
