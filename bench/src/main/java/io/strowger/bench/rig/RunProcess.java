package io.strowger.bench.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The process of one run: reads a plan, measures, and writes what it found. It ends when its standard input does, so that it
 * does not outlive the process that started it.
 */
final class RunProcess {
    private static final int FAILED = 1;

    private RunProcess() {}

    /**
     * @param arguments the plan's file, the journal's directory, the results' directory and the name of the run
     */
    public static void main(String[] arguments) throws IOException {
        Path journal = Path.of(arguments[1]);
        endWith(System.in, journal);
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(in);
        }
        RunResult result = new MeasuredRun(RunPlan.of(properties), journal).run();
        result.write(Path.of(arguments[2]), arguments[3]);
        System.exit(0);
    }

    private static void endWith(InputStream in, Path journal) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {
                            // nobody writes anything
                        }
                        Directories.delete(journal);
                    } catch (IOException e) {
                        // ends all the same
                    }
                    Runtime.getRuntime().halt(FAILED);
                },
                "bench-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
