package io.strowger.verticles.config;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.ConfigurationProblem;
import io.strowger.engine.rules.OrganizationCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking an organization's document: its configuration, and everything wrong or doubtful with the place in
 * the text. Immutable.
 *
 * @param configuration the configuration; null when the document's form is wrong
 * @param errors what keeps it from being used
 * @param warnings what probably is not meant so
 */
public record OrganizationReport(
        @Nullable OrganizationConfiguration configuration, List<ConfigProblem> errors, List<ConfigProblem> warnings) {
    public OrganizationReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Checks the organization in a directory or a file; never throws for what is wrong there. */
    public static OrganizationReport of(Path directory, OrganizationCheck check) {
        try {
            return of(OrganizationFiles.document(directory), check);
        } catch (ConfigException e) {
            return new OrganizationReport(null, e.problems(), List.of());
        }
    }

    /** Checks a document whose form is right. */
    public static OrganizationReport of(OrganizationDocument document, OrganizationCheck check) {
        List<ConfigProblem> errors = new ArrayList<>();
        List<ConfigProblem> warnings = new ArrayList<>();
        for (ConfigurationProblem problem : check.check(document.configuration())) {
            (problem.isError() ? errors : warnings).add(placed(document, problem));
        }
        return new OrganizationReport(document.configuration(), errors, warnings);
    }

    /** Whether the configuration can be used. */
    public boolean isUsable() {
        return errors.isEmpty();
    }

    /** What a command that checked ends with: 0 when the configuration can be used, else 1. */
    public int exitCode() {
        return isUsable() ? 0 : 1;
    }

    /** Every problem on a line with its place, errors first, and a last line that sums up. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        errors.forEach(problem -> lines.add("error: " + problem));
        warnings.forEach(problem -> lines.add("warning: " + problem));
        lines.add(summary());
        return lines;
    }

    private String summary() {
        String found = counted(errors.size(), "error") + ", " + counted(warnings.size(), "warning");
        if (configuration == null) {
            return found;
        }
        return "organization " + configuration.id() + ": "
                + counted(configuration.channels().size(), "channel") + ", "
                + counted(configuration.queues().size(), "queue") + ", "
                + counted(configuration.agents().size(), "agent") + ", "
                + counted(configuration.rules().size(), "rule") + "; " + found;
    }

    private static String counted(int count, String what) {
        return (count == 0 ? "no" : Integer.toString(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private static ConfigProblem placed(OrganizationDocument document, ConfigurationProblem problem) {
        Place place = problem.line() == 0
                ? document.place(problem.path())
                : document.placeInRule(problem.path(), problem.line(), problem.column());
        return new ConfigProblem(place.toString(), problem.path(), problem.message());
    }
}
