package io.strowger.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.ExitCode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MicrobenchmarkTest {
    @Test
    void shouldKnowAllBenchmarksWhenThereIsNoFilter() {
        assertThat(Microbenchmark.named(null))
                .extracting(Microbenchmark::name)
                .contains(
                        "tokenize.text",
                        "head.classify",
                        "analyze.allHeads",
                        "condition.holds",
                        "rules.demo",
                        "decide.round",
                        "record.encode",
                        "journal.append",
                        "commit.force",
                        "json.read",
                        "json.write");
    }

    @Test
    void shouldChooseByPartOfTheNameWhenThereIsAFilter() {
        assertThat(Microbenchmark.named("JSON"))
                .extracting(Microbenchmark::name)
                .containsExactlyInAnyOrder("json.read", "json.write");
    }

    @Test
    void shouldSuggestANameWhenOneIsNearTheFilter() {
        assertThatThrownBy(() -> Microbenchmark.named("jsn")).hasMessageEndingWith("; did you mean json?");
        assertThatThrownBy(() -> Microbenchmark.named("json.raed")).hasMessageEndingWith("; did you mean json.read?");
    }

    @Test
    void shouldSayWhatThereIsWhenNoNameMatches() {
        assertThatThrownBy(() -> Microbenchmark.named("nonsense"))
                .hasMessageContaining("no benchmark's name matches 'nonsense'")
                .hasMessageContaining("json.read")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailure.class))
                .extracting(CommandFailure::exitCode)
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThatThrownBy(() -> Microbenchmark.named("("))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("'(' is not a regular expression");
    }
}
