package io.strowger.verticles.cli;

import io.strowger.engine.journal.JournalException;
import io.strowger.models.ModelFormatException;
import io.strowger.models.data.LabelledDataException;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.embedded.EmbeddedStoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what an exception means to the person at the keyboard. */
final class Sentences {
    private Sentences() {}

    static String of(Throwable cause) {
        if (cause instanceof UnmatchedArgumentException unmatched && isUnknownSubcommand(unmatched)) {
            return "unknown " + kind(unmatched) + " '"
                    + unmatched.getUnmatched().get(0) + "'";
        }
        if (cause instanceof ParameterException) {
            return plain(cause)
                    .replaceFirst("^Error: ", "")
                    .replaceAll("[\\p{Cntrl}&&[^\n]]", "?")
                    .replaceFirst("cannot convert ('.*') to \\w+ [\\w.]+ \\([\\w.]+: (.*)\\)$", "$1 can't be used: $2")
                    .replaceFirst("('[+-]?\\d+') is not an? (int|long)$", "$1 is too large")
                    .replaceFirst("is not an? (int|long)$", "is not a whole number");
        }
        if (cause instanceof InvalidPathException path) {
            return "'" + path.getInput().replaceAll("\\p{Cntrl}", "?") + "' is not a path: " + path.getReason();
        }
        if (cause instanceof CommandFailure
                || cause instanceof ConfigException
                || cause instanceof EmbeddedStoreException
                || cause instanceof JournalException
                || cause instanceof ModelFormatException
                || cause instanceof LabelledDataException) {
            return plain(cause);
        }
        if (cause instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return of(unchecked.getCause());
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or directory";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; check who owns it";
        }
        if (cause instanceof NotDirectoryException file) {
            return file.getFile() + ": is a file, a directory is needed";
        }
        if (cause instanceof FileSystemException trouble) {
            return trouble.getFile() + ": " + (trouble.getReason() == null ? "cannot be used" : trouble.getReason());
        }
        if (cause instanceof ConnectException
                || cause instanceof FileNotFoundException
                || cause instanceof IOException) {
            return plain(cause);
        }
        return "an internal error: " + plain(cause) + " (set STROWGER_DEBUG=1 to see where it comes from)";
    }

    private static boolean isUnknownSubcommand(UnmatchedArgumentException unmatched) {
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        return !command.subcommands().isEmpty()
                && command.positionalParameters().isEmpty()
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-");
    }

    /** What the subcommands are called in the synopsis: {@code command}, {@code benchmark}. */
    private static String kind(UnmatchedArgumentException unmatched) {
        String label =
                unmatched.getCommandLine().getCommandSpec().usageMessage().synopsisSubcommandLabel();
        return label.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private static String plain(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
