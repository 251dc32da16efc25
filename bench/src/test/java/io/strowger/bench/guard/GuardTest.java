package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.internal.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guard sees regressions that are planted, and nothing where there are none. */
class GuardTest {
    private static final Guard.Effort SHORT = new Guard.Effort(25, 12);

    private int measurements;
    private final List<String> progress = new ArrayList<>();
    private final Guard guard = new Guard(SHORT, progress::add);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"ANALYZE", "DECIDE", "COMMIT"})
    void shouldObjectWhenAStageAllocates(Step step) {
        AllocatingStages[] planted = new AllocatingStages[1];
        List<StepCost> costs = measure(stages -> planted[0] = new AllocatingStages(stages, step));

        assertThat(planted[0].escaped()).hasSize(1);
        for (StepCost cost : costs) {
            List<String> objections = new Judgement(cost, sameAs(costs)).objections();
            if (cost.step() == step) {
                assertThat(cost.bytesPerMessage()).isGreaterThanOrEqualTo(16);
                assertThat(objections).singleElement().asString().startsWith(step.label() + " allocates ");
            } else {
                assertThat(objections).as(cost.step().label()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYZE", "DECIDE", "COMMIT"})
    void shouldObjectWhenAStageDoesEverythingTwice(Step step) {
        List<StepCost> costs = measure(UnaryOperator.identity());
        List<StepCost> doubled;
        try (GuardPipeline second = new GuardPipeline(directory.resolve("second"))) {
            doubled = measure(stages -> new DoubledStages(stages, second.stages(), step));
        }

        Judgement judgement = new Judgement(doubled.get(step.index()), sameAs(costs));
        assertThat(judgement.objections())
                .as("%.2f times", judgement.factor())
                .singleElement()
                .asString()
                .startsWith(step.label() + " takes ")
                .contains("--update");
    }

    @Test
    void shouldMeasureAgainWhatIsSuspicious() {
        List<StepCost> costs = measure(UnaryOperator.identity());
        assertThat(progress).noneMatch(text -> text.contains("suspicious"));

        Guard tiny = new Guard(new Guard.Effort(0, 2), progress::add);
        tiny.measure(directory.resolve("tiny"), UnaryOperator.identity(), texts(), cost -> cost.step() == Step.DECIDE);
        assertThat(progress)
                .contains(
                        "decide looks suspicious, measuring again (2 of 3)",
                        "decide looks suspicious, measuring again (3 of 3)");
        assertThat(costs).extracting(StepCost::step).containsExactly(Step.values());
        assertThat(costs).allMatch(cost -> cost.multiple() > 0);
        assertThat(costs.get(Step.DECIDE.index()).bytes()).isZero();
    }

    private List<StepCost> measure(UnaryOperator<Stages> decoration) {
        return guard.measure(directory.resolve("journal-" + ++measurements), decoration, texts(), cost -> false);
    }

    private Baseline sameAs(List<StepCost> costs) {
        return Baseline.of(17, directory.resolve("baseline-17.properties"), costs);
    }

    private static List<Bytes> texts() {
        Texts texts = Texts.load(Texts.USUAL_BYTES, 7);
        return LongStream.range(0, texts.count()).mapToObj(texts::text).toList();
    }
}
