package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.guard.Measurement.Effort;
import io.strowger.bench.rig.Texts;
import io.strowger.bench.rig.ThreadMeter;
import io.strowger.engine.internal.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regressions that are planted are seen, and nothing where there are none. Time is counted by hand. */
class MeasurementTest {
    private static final Effort WARM = new Effort(25, 12);
    private static final Effort TINY = new Effort(0, 3);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"ANALYZE", "DECIDE", "COMMIT"})
    void shouldObjectWhenAStageAllocates(Step step) {
        AllocatingStages[] planted = new AllocatingStages[1];
        Measurement measurement =
                new Measurement(WARM, ThreadMeter.ofJvm(), stages -> planted[0] = new AllocatingStages(stages, step));
        List<StepCost> costs = measurement.run(directory, texts());

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
    void shouldObjectWhenAStageTakesTwiceAsLong(Step step) {
        CountedTime time = new CountedTime();
        List<StepCost> before = measured(time, "before", stages -> new TimedStages(stages, time));
        List<StepCost> after =
                measured(time, "after", stages -> new TimedStages(new TimedStages(stages, time, step), time));

        for (StepCost cost : after) {
            Judgement judgement = new Judgement(cost, sameAs(before));
            if (cost.step() == step) {
                assertThat(judgement.factor()).isBetween(1.8, 2.0);
                assertThat(judgement.objections())
                        .singleElement()
                        .asString()
                        .startsWith(step.label() + " takes ")
                        .contains("baseline-17.properties says", "--update");
            } else {
                assertThat(judgement.objections()).as(cost.step().label()).isEmpty();
            }
        }
    }

    @Test
    void shouldCompareWithFilesOnlyWhatWritesThem() {
        CountedTime time = new CountedTime();
        List<StepCost> costs = measured(time, "costs", stages -> new TimedStages(stages, time));

        assertThat(costs).extracting(StepCost::step).containsExactly(Step.values());
        for (StepCost cost : costs) {
            assertThat(cost.multiples().containsKey(Yardstick.WRITES)).isEqualTo(cost.step() == Step.COMMIT);
            assertThat(cost.multiples().values()).allMatch(multiple -> multiple > 0);
        }
    }

    private List<StepCost> measured(CountedTime time, String name, UnaryOperator<Stages> decoration) {
        Path empty = directory.resolve(name);
        assertThat(empty.toFile().mkdir()).isTrue();
        return new Measurement(TINY, time, decoration).run(empty, texts());
    }

    private Baseline sameAs(List<StepCost> costs) {
        return Baseline.of(17, directory.resolve("baseline-17.properties"), costs);
    }

    private static List<Bytes> texts() {
        Texts texts = Texts.load(Texts.USUAL_BYTES, 7);
        return LongStream.range(0, texts.count()).mapToObj(texts::text).toList();
    }
}
