package io.strowger.verticles.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files whole, with errors that an operator understands. */
final class TextFiles {
    private static final long LIMIT_BYTES = 16L << 20;

    private TextFiles() {}

    /**
     * The file's text.
     *
     * @throws ConfigException when it is missing, unreadable, too large or not UTF-8
     */
    static String read(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw problem(file, "the file is larger than " + Sizes.show(LIMIT_BYTES));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw problem(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw problem(file, "the file is not UTF-8; is it the right one? Save it as text in UTF-8");
        } catch (IOException e) {
            throw problem(
                    file,
                    Files.isDirectory(file)
                            ? "it is a directory; a file is expected"
                            : "the file can't be read (" + e.getMessage() + ")");
        }
    }

    private static ConfigException problem(Path file, String message) {
        return new ConfigException(new ConfigProblem(file.toString(), "", message));
    }
}
