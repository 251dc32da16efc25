package io.strowger.bench.peers;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench peers}: ratios to what else one could use. */
@Command(
        name = "peers",
        description = {
            "Compare Strowger side by side with other servers, libraries and designs, in turns within one run.",
            "The peers: disruptor (a ring with empty handlers), queue (our pipeline with LinkedBlockingQueues and a thread "
                    + "pool), http (a bare Vert.x server), redis (SET with appendfsync always), postgres (single-row "
                    + "inserts), fasttext (its command line), lingua (languages). All if none is named; what is not installed is skipped.",
            "What is said are ratios: above 1, Strowger is better."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench peers",
            "  ./strowger bench peers redis postgres --rounds 9",
            "  ./strowger bench peers lingua --jars lingua-jars --languages sentences.tsv",
            "  ./strowger bench peers queue --rate 50000 --seconds 4 --no-results"
        })
public final class PeersCommand implements Callable<Integer> {
    private static final String LANGUAGES = "models/data/evaluation/language.tsv";
    private static final int MOST_ROUNDS = 1_000;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_RATE = 1_000_000;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "PEER", arity = "0..*", description = "What to compare with; everything if not given.")
    private List<String> names = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds count (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each turn measures (default: ${DEFAULT-VALUE}).")
    private int seconds = 2;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Messages a second of what is measured at a rate (default: ${DEFAULT-VALUE}).")
    private int rate = 20_000;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where all contenders write: a directory on the disk to measure; the system's temporary directory "
                            + "if not given.")
    private @Nullable Path directory;

    @Option(names = "--jars", paramLabel = "DIR", description = "Where the jars of lingua and of what it needs are.")
    private @Nullable Path jars;

    @Option(
            names = "--languages",
            paramLabel = "F",
            description = "Sentences for lingua, language<TAB>text a line (default: " + LANGUAGES + ").")
    private @Nullable Path languages;

    public PeersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        requireBetween("--rounds", rounds, MOST_ROUNDS);
        requireBetween("--seconds", seconds, MOST_SECONDS);
        requireBetween("--rate", rate, MOST_RATE);
        Programs programs = Programs.of(console, jars == null ? null : console.resolve(jars));
        List<Peer> peers = installed(Peers.named(names), programs);
        ResultsFolder folder = output.open(console, "peers");
        List<ComparisonResult> results = new ArrayList<>();
        List<String> caveats;
        try (Ground ground = new Ground(disk(), console.home(), programs, rate, languages(), this::progress)) {
            for (Peer peer : peers) {
                results.add(Turns.run(peer, peer.compare(ground), rounds, Duration.ofSeconds(seconds), this::progress));
            }
            caveats = caveats(ground);
        }
        output.publish(console, folder, PeersReport.of(results, caveats));
        for (ComparisonResult result : results) {
            if (!result.isComplete()) {
                throw CommandFailure.failed(
                        "no round with " + result.peer().name() + " counts: " + String.join("; ", result.failures()));
            }
        }
        return ExitCode.DONE;
    }

    private static void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandFailure.wrongCall(option + " is " + value + ", it must be 1 to " + most);
        }
    }

    private List<Peer> installed(List<Peer> wanted, Programs programs) {
        List<Peer> there = new ArrayList<>();
        for (Peer peer : wanted) {
            String missing = peer.missing(programs);
            if (missing == null) {
                there.add(peer);
            } else {
                progress(peer.name() + " is skipped: " + missing);
            }
        }
        if (there.isEmpty()) {
            throw CommandFailure.failed("nothing was compared: "
                    + String.join(
                            "; ",
                            wanted.stream().map(peer -> peer.missing(programs)).toList()));
        }
        return there;
    }

    private Path languages() {
        return languages == null ? console.home().resolve(LANGUAGES) : console.resolve(languages);
    }

    private Path disk() {
        Path chosen = directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : console.resolve(directory);
        if (!Files.isDirectory(chosen) || !Files.isWritable(chosen)) {
            throw CommandFailure.wrongCall("--directory: " + chosen + " is no directory that can be written to");
        }
        return chosen;
    }

    private List<String> caveats(Ground ground) throws IOException {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                "Each ratio is the median over the rounds, with the lowest and the highest; both sides of a round were "
                        + "measured one after the other, " + seconds + " s each, the order alternating.");
        String fileSystem = ground.fileSystem();
        caveats.add("Everything was written to one file system, " + fileSystem + ".");
        if (fileSystem.equals("tmpfs")) {
            caveats.add(
                    "That is memory, which no force makes durable: what is said about durable writes means nothing. "
                            + "Give --directory on a disk.");
        }
        return caveats;
    }

    private void progress(String text) {
        console.err().println("strowger: " + text);
    }
}
