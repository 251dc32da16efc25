package io.strowger.verticles.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration can't be used. Its message has one line a problem, fit for the operator's eyes. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public ConfigException(ConfigProblem problem) {
        this(List.of(problem));
    }

    /** Everything that was found wrong, in the order of the text. */
    public List<ConfigProblem> problems() {
        return problems;
    }

    /** Whether only options of the command line are wrong, no file and no variable. */
    public boolean isWrongCall() {
        return problems.stream().allMatch(problem -> problem.where().equals(ConfigValues.COMMAND_LINE));
    }
}
