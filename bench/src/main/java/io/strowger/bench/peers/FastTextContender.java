package io.strowger.bench.peers;

import io.strowger.verticles.cli.CommandFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * fastText's command line: a model of the intents trained on our own texts, then asked for the label of each. A turn runs it
 * twice, on few texts and on many; the difference is the time for the texts between, without the program's start.
 */
final class FastTextContender implements Contender {
    private static final int BASE_COPIES = 2;
    private static final int LEAST_COPIES = 10;
    private static final List<String> TRAINING = List.of(
            "-dim", "16", "-bucket", "200000", "-epoch", "25", "-thread", "1", "-seed", "1891", "-verbose", "0");

    private final String name;
    private final Path program;
    private final List<String> ngrams;
    private final LabelledTexts texts;
    private final Ground ground;
    private final Path directory;
    private double textsPerSecond;

    /**
     * @param program fastText's
     * @param ngrams its options about the features of a text
     */
    FastTextContender(String name, Path program, List<String> ngrams, LabelledTexts texts, Ground ground)
            throws IOException {
        this.name = name;
        this.program = program;
        this.ngrams = ngrams;
        this.texts = texts;
        this.ground = ground;
        this.directory = ground.directory("fasttext");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Conditions conditions() {
        return Conditions.IN_MEMORY;
    }

    @Override
    public void start() throws Exception {
        Path training = directory.resolve("training.txt");
        Files.write(training, texts.trainingLines());
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "supervised", "-input", training.toString(), "-output", model()));
        command.addAll(TRAINING);
        command.addAll(ngrams);
        run(command, directory.resolve("training.log"));
        Path few = write("few.txt", BASE_COPIES);
        Path labels = directory.resolve("labels.txt");
        run(predict(few), labels);
        checkLabels(labels, BASE_COPIES);
        long copies = LEAST_COPIES;
        double seconds = seconds(write("many.txt", copies)) - seconds(few);
        textsPerSecond = (copies - BASE_COPIES) * texts.count() / Math.max(seconds, 1e-3);
    }

    private void checkLabels(Path labels, int copies) throws IOException {
        List<String> said = Files.readAllLines(labels);
        long known = said.stream().filter(texts::isLabel).count();
        if (said.size() != (long) copies * texts.count() || known != said.size()) {
            throw CommandFailure.failed("fastText gave " + known + " labels for " + (long) copies * texts.count()
                    + " texts; " + directory + " has its output");
        }
    }

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        long copies = Math.max(LEAST_COPIES, Math.round(textsPerSecond * duration.toMillis() / 1e3 / texts.count()));
        Path many = write("many.txt", copies);
        double seconds = seconds(many) - seconds(directory.resolve("few.txt"));
        if (seconds <= 0) {
            throw new TurnFailedException("more texts took no longer than few");
        }
        return Figures.throughput((copies - BASE_COPIES) * texts.count() / seconds);
    }

    private double seconds(Path input) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run(predict(input), Path.of("/dev/null"));
        return (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
    }

    private List<String> predict(Path input) {
        return List.of(program.toString(), "predict", model() + ".bin", input.toString());
    }

    private String model() {
        return directory.resolve("model").toString();
    }

    private Path write(String fileName, long copies) throws IOException {
        Path file = directory.resolve(fileName);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long copy = 0; copy < copies; copy++) {
                texts.writeLines(out);
            }
        }
        return file;
    }

    private void run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = ground.start(command, directory, output);
        int code = process.waitFor();
        if (code != 0) {
            throw CommandFailure.failed("fastText ended with exit code " + code + "; " + output + " has what it said");
        }
    }

    @Override
    public void close() {}
}
