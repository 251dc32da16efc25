package io.strowger.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizedRouterTest {
    private static final int ROUNDS = 500;

    @ParameterizedTest
    @EnumSource(Work.class)
    void shouldKeepItsSizeWhenRoundsGoOn(Work work) {
        Size size = new Size(50, 20, 64, 4);
        SizedRouter router = new SizedRouter(size, work);

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(router.round()).isPositive();
            assertThat(router.waiting()).isEqualTo(size.waiting());
            assertThat(router.assigned()).isEqualTo(work == Work.BACKLOG ? size.agents() : 0);
        }
    }

    @Test
    void shouldTakeTheOldestThatAnAgentCanTakeWhenThereIsABacklog() {
        SizedRouter router = new SizedRouter(new Size(3, 11, 1, 1), Work.BACKLOG);

        long first = router.round();
        for (int round = 1; round < 11 + 3; round++) {
            assertThat(router.round()).as("round %s", round).isGreaterThan(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void shouldLookAtAsFewCandidatesWhenMoreWaitOrAreFree(Work work) {
        long few = candidates(new Size(100, 100, 64, 1), work);

        assertThat(candidates(new Size(10_000, 100, 64, 1), work)).isEqualTo(few);
        assertThat(candidates(new Size(100, 2_000, 64, 1), work)).isEqualTo(few);
        assertThat(candidates(new Size(2_000, 1_000, Size.MOST_SIGNATURES, 1), work))
                .isEqualTo(few);
    }

    @Test
    void shouldRefuseSizesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Size(10, 5, 8, 1))
                .withMessageContaining("5 agents");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Size(10, 10, 9, 1))
                .withMessageContaining("9 signatures");
    }

    private static long candidates(Size size, Work work) {
        SizedRouter router = new SizedRouter(size, work);
        long before = router.candidates();
        for (int round = 0; round < ROUNDS; round++) {
            router.round();
        }
        return router.candidates() - before;
    }
}
