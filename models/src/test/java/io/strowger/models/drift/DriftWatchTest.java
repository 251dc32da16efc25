package io.strowger.models.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.data.SupportFolder;
import io.strowger.models.data.SupportText;
import io.strowger.models.drift.HeadDrift.State;
import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final DriftSettings SETTINGS = new DriftSettings(0.2, 2_000, Duration.ofMinutes(10));
    private static final byte[] TEXT = "Where is my parcel?".getBytes(StandardCharsets.UTF_8);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LinearModel model = InlineModels.builtinModel();
    private final DriftWatch watch = new DriftWatch(model, SETTINGS, 0);
    private final Analysis analysis = new Analysis();

    @Test
    void shouldBeSteadyOnMessagesLikeTheReference() throws IOException {
        assertThat(window(texts(SupportText::isHeldOut))).hasSize(5).allSatisfy(head -> {
            assertThat(head.state()).as(head.toString()).isEqualTo(State.STEADY);
            assertThat(head.drifted()).isEmpty();
            assertThat(head.largest()).isBetween(0.0, 0.05);
            assertThat(head.outOfScopeShare()).isBetween(0.0, 0.1);
            assertThat(head.messages()).isEqualTo(2_000);
        });
    }

    @Test
    void shouldSeeThatOtherMessagesCome() {
        TextAnalyzer analyzer = watch.counting();
        for (int i = 0; i < 2_000; i++) {
            analyze(analyzer, "荷物はまだ届いていません".getBytes(StandardCharsets.UTF_8));
        }

        HeadDrift language = head(watch.look(1), "language");
        assertThat(language.state()).isEqualTo(State.DRIFTED);
        assertThat(language.drifted()).containsExactly(HeadDrift.LABELS);
        assertThat(language.labels()).isGreaterThan(1);
        assertThat(head(watch.latest(), "intent").state()).isEqualTo(State.DRIFTED);
    }

    @Test
    void shouldSayThatTheLabelsDriftWhenTheConfidenceDoesAlready() throws IOException {
        List<SupportText> learned = texts(text -> !text.isHeldOut());
        List<SupportText> billing =
                texts(text -> !text.isHeldOut() && text.intent().equals("billing_dispute"));

        // Texts that the model has learned by heart: it is surer of them than of the reference.
        assertThat(head(window(learned), "intent").drifted()).containsExactly(HeadDrift.CONFIDENCE);
        assertThat(head(window(billing), "intent").drifted()).containsExactly(HeadDrift.LABELS, HeadDrift.CONFIDENCE);
    }

    private static List<SupportText> texts(Predicate<SupportText> which) throws IOException {
        return SupportFolder.read(Path.of("data", "support")).stream()
                .filter(which)
                .toList();
    }

    private List<HeadDrift> window(List<SupportText> texts) {
        TextAnalyzer analyzer = watch.counting();
        for (int i = 0; i < 2_000; i++) {
            analyze(analyzer, texts.get(i * 7 % texts.size()).text());
        }
        return watch.look(1);
    }

    @Test
    void shouldNotCallItADriftWhenLessIsOutOfScope() {
        analyzeSome(watch.counting(), 2_000);

        HeadDrift language = head(watch.look(1), "language");
        assertThat(language.outOfScopeShare()).isZero();
        assertThat(language.outOfScope()).isGreaterThan(SETTINGS.threshold());
        assertThat(language.drifted()).containsExactly(HeadDrift.LABELS);
    }

    @Test
    void shouldSeeThatTextsAreOutOfScope() {
        TextAnalyzer analyzer = watch.counting();
        for (int i = 0; i < 2_000; i++) {
            analyze(analyzer, ("zq" + i + " xkcd vvv " + i).getBytes(StandardCharsets.UTF_8));
        }

        HeadDrift intent = head(watch.look(1), "intent");
        assertThat(intent.outOfScopeShare()).isGreaterThan(0.1);
        assertThat(intent.state()).isEqualTo(State.DRIFTED);
    }

    @Test
    void shouldEndAWindowByMessagesOrByTime() {
        TextAnalyzer analyzer = watch.counting();
        TextAnalyzer other = analyzer.fork();
        analyzeSome(analyzer, 1_000);
        analyzeSome(other, 999);
        assertThat(head(watch.look(MINUTE), "intent").state()).isEqualTo(State.WAITING);
        analyzeSome(other, 1);
        assertThat(head(watch.look(2 * MINUTE), "intent").messages()).isEqualTo(2_000);

        analyzeSome(analyzer, DriftSettings.LEAST_MESSAGES - 1);
        assertThat(head(watch.look(20 * MINUTE), "intent").messages()).isEqualTo(2_000);
        analyzeSome(analyzer, 1);
        assertThat(head(watch.look(20 * MINUTE), "intent").messages()).isEqualTo(DriftSettings.LEAST_MESSAGES);
    }

    @Test
    void shouldSayThatDriftIsNotKnownWithoutReference() throws IOException {
        byte[] weights = new byte[2 << 6];
        HeadSource intent = new HeadSource("intent", List.of("a", "b"), 6, weights, 0.1, new float[2], 1);
        DriftWatch blind = new DriftWatch(new ModelBuilder().head(intent).build(), SETTINGS, 0);
        analyzeSome(blind.counting(), 2_000);

        assertThat(blind.look(1)).singleElement().satisfies(head -> {
            assertThat(head.state()).isEqualTo(State.UNKNOWN);
            assertThat(head.largest()).isNaN();
            assertThat(head.messages()).isEqualTo(2_000);
        });
        assertThat(blind.labelCount(Head.INTENT, 0)).isEqualTo(2_000);
    }

    @Test
    void shouldAnswerAsTheAnalyzerThatIsWatched() {
        TextAnalyzer counting = watch.counting();
        byte[] text = "I want a refund".getBytes(StandardCharsets.UTF_8);
        Analysis plain = new Analysis();
        InlineModels.builtin().analyze(text, 0, text.length, plain);
        counting.analyze(text, 0, text.length, analysis);

        assertThat(counting.version()).isEqualTo(model.version());
        for (Head head : Head.values()) {
            assertThat(counting.labels(head)).isEqualTo(InlineModels.builtin().labels(head));
            assertThat(analysis.label(head)).isEqualTo(plain.label(head));
            assertThat(watch.labelCount(head, plain.label(head))).isEqualTo(1);
        }
    }

    @Test
    void shouldAllocateNothingAMessage() {
        TextAnalyzer analyzer = watch.counting();
        analyzeSome(analyzer, 20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        analyzeSome(analyzer, 10_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(10_000);
    }

    @Test
    void shouldKeepNothingOfAnalyzersThatWereReplaced() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            analyzeSome(watch.counting().fork(), 1);
        }
        assertThat(watch.countingThreads()).isEqualTo(1);

        Thread other = new Thread(() -> {
            Analysis own = new Analysis();
            watch.counting().analyze(TEXT, 0, TEXT.length, own);
        });
        other.start();
        other.join();
        assertThat(watch.countingThreads()).isEqualTo(2);
        watch.look(1);
        assertThat(watch.labelCount(Head.INTENT, analysis.label(Head.INTENT))).isEqualTo(101);
    }

    @Test
    void shouldReadOneCountWithoutSummingTheWholeHead() throws IOException {
        List<String> labels =
                IntStream.range(0, 4_000).mapToObj(each -> "l" + each).toList();
        HeadSource intent = new HeadSource("intent", labels, 6, new byte[4_000 << 6], 0.1, new float[4_000], 1);
        DriftWatch large = new DriftWatch(new ModelBuilder().head(intent).build(), SETTINGS, 0);
        analyzeSome(large.counting(), 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int label = 0; label < labels.size(); label++) {
            sum += large.labelCount(Head.INTENT, label);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isEqualTo(1);
        assertThat(allocated / labels.size()).isLessThan(200);
    }

    private void analyzeSome(TextAnalyzer analyzer, int messages) {
        for (int i = 0; i < messages; i++) {
            analyze(analyzer, TEXT);
        }
    }

    private void analyze(TextAnalyzer analyzer, byte[] text) {
        analyzer.analyze(text, 0, text.length, analysis);
    }

    private static HeadDrift head(List<HeadDrift> heads, String name) {
        return heads.stream()
                .filter(head -> head.head().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
