package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementMemoTest {
    private final RequirementMemo memo = new RequirementMemo();

    @Test
    void shouldWorkOutOnceWhatIsAskedAgain() {
        Bytes asked = Terms.canonical(List.of(new Requirement("de", 40, 1, true, 5), new Requirement("fr", 10)));

        RequirementMemo.Entry first = memo.of(asked);

        assertThat(memo.of(Terms.canonical(List.of(new Requirement("de", 40, 1, true, 5), new Requirement("fr", 10)))))
                .isSameAs(first);
        assertThat(first.list).hasSize(2);
        assertThat(first.relaxAfterNanos).isEqualTo(5);
        assertThat(memo.of(first.relaxed).relaxAfterNanos).isZero();
        assertThat(memo.of(first.relaxed).list)
                .filteredOn(Requirement::mandatory)
                .extracting(Requirement::skill)
                .containsExactly("fr");
    }

    @Test
    void shouldTellApartWhatSharesAPlace() {
        for (int level = 0; level <= 100; level++) {
            for (int weight = 1; weight <= 20; weight++) {
                Requirement asked = new Requirement("de", level, weight, true, 0);
                assertThat(memo.of(Terms.canonical(List.of(asked))).list).containsExactly(asked);
            }
        }
    }
}
