package io.strowger.bench.report;

import io.strowger.bench.report.Environment.Build;
import io.strowger.verticles.cli.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks git which commit the sources are. Where there is no git, or no repository, there is no answer: a normal case. */
final class GitProbe {
    private static final long PATIENCE_SECONDS = 10;

    private GitProbe() {}

    static Build take(Path home) {
        // The prefix is empty where home is the repository itself: inside of somebody else's, the commit says nothing.
        String head = run(home, "rev-parse", "--show-prefix", "HEAD");
        if (head == null || !head.startsWith("\n")) {
            return new Build(Version.name(), null, null);
        }
        String changes = run(home, "status", "--porcelain", "--", ".", ":(exclude)bench/results");
        return new Build(Version.name(), head.strip(), changes == null ? null : !changes.isBlank());
    }

    private static @Nullable String run(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return git.exitValue() == 0 ? said : null;
            }
            git.destroy();
            return null;
        } catch (IOException absent) {
            return null; // no git here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
