package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final Examples examples = new Examples();

    @Test
    void shouldLetAllLabelsCountTheSameWhenThePowerIsOne() {
        add(0, 1);
        add(0, 1);
        add(0, 2);
        add(1, 1);

        Examples balanced = examples.balanced(1);

        assertThat(balanced.size()).isEqualTo(4);
        assertThat(balanced.weight(0) + balanced.weight(1) + balanced.weight(2))
                .isCloseTo(balanced.weight(3), within(1e-6f));
        assertThat(balanced.weight(2)).isCloseTo(2 * balanced.weight(0), within(1e-6f));
    }

    @Test
    void shouldLeaveWeightsAsTheyAreWhenThePowerIsZero() {
        add(0, 3);
        add(2, 0.5f);

        Examples balanced = examples.balanced(0);

        assertThat(balanced.weight(0)).isEqualTo(3);
        assertThat(balanced.weight(1)).isEqualTo(0.5f);
        assertThat(balanced.label(1)).isEqualTo(2);
    }

    @Test
    void shouldKeepWhatATeacherSaidWhenExamplesAreCopied() {
        add(1, 1);
        examples.addTaught(Features.ofParts(new int[] {5}), new float[] {0.25f, 0.75f}, 0.5f);

        Examples copy = examples.with(new Examples());

        assertThat(copy.taught(0)).isNull();
        assertThat(copy.taught(1)).containsExactly(0.25f, 0.75f);
        assertThat(copy.weight(1)).isEqualTo(0.5f);
        assertThat(copy.label(1)).isEqualTo(Examples.NO_LABEL);
    }

    private void add(int label, float weight) {
        examples.add(Features.ofParts(new int[] {label}), label, weight);
    }
}
