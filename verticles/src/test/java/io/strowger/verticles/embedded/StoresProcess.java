package io.strowger.verticles.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;

/** A JVM that starts the embedded stores and then waits to be killed, or ends without closing them. */
final class StoresProcess {
    private StoresProcess() {}

    /** Arguments: the data directory, and {@code exit} to end at once. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStores.start(Path.of(arguments[0]), EnumSet.allOf(EmbeddedStores.Store.class), text -> {});
        System.out.println("up");
        if (arguments.length > 1) {
            System.exit(0);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Starts such a JVM and returns when the stores are up. */
    static Process start(Path directory, String... more) throws IOException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoresProcess.class.getName(),
                directory.toString()));
        command.addAll(java.util.List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.equals("up")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the stores of the other process do not come up");
        }
        return process;
    }
}
