package io.strowger.bench.peers;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lingua, the most accurate library for short texts, on sentences whose language is known. */
final class LinguaPeer implements Peer {
    private static final String LIBRARY = "lingua";
    private static final double TIMES_AS_FAST = 50;
    private static final double AS_ACCURATE = 1;

    @Override
    public String name() {
        return LIBRARY;
    }

    @Override
    public String title() {
        return "Lingua, which tells languages";
    }

    @Override
    public @Nullable String missing(Programs programs) {
        return programs.hasJar(LIBRARY)
                ? null
                : "there are no jars of lingua: get com.github.pemistahl:lingua:1.2.2 and what it depends on (100 MB, Apache 2.0, mvn "
                        + "dependency:copy-dependencies) and give the directory as --jars";
    }

    @Override
    public Comparison compare(Ground ground) throws IOException {
        LanguageRows rows = LanguageRows.read(ground.labelledLanguages());
        return new Comparison(
                new LanguageContender(rows),
                List.of(new LinguaContender(ground.programs().jars(), rows)),
                List.of(new Bout(
                        Load.saturating(),
                        List.of(
                                Yardstick.of(Metric.THROUGHPUT, TIMES_AS_FAST),
                                Yardstick.of(Metric.ACCURACY, AS_ACCURATE)))),
                List.of(
                        rows.count() + " sentences in " + rows.labels().size()
                                + " languages; Lingua chooses among these, " + "our language head among all of its 65.",
                        "Lingua runs in the same process, on one thread, in its most accurate mode, its models loaded."));
    }
}
