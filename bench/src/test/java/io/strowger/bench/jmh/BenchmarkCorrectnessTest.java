package io.strowger.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.bench.scale.Work;
import io.strowger.channels.JsonWriter;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

/** The benchmarks do what they say: each body runs here, and what it computes is looked at. */
class BenchmarkCorrectnessTest {
    private static final int RUNS = 600;

    @Test
    void shouldFindMoreFeaturesWhenTextsAreLonger() {
        assertThat(features(1_000)).isGreaterThan(4 * features(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"language", "intent", "sentiment", "emotion", "urgency"})
    void shouldAnswerWithSeveralLabelsWhenTextsDiffer(String head) {
        HeadBenchmark benchmark = new HeadBenchmark();
        benchmark.head = head;
        benchmark.load();
        Set<String> labels = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            labels.add(benchmark.label(benchmark.classify()));
        }

        assertThat(labels).hasSizeGreaterThan(1);
    }

    @Test
    void shouldAnswerAllHeadsAsTheyDoByThemselves() {
        AnalyzeBenchmark together = new AnalyzeBenchmark();
        together.textBytes = 100;
        together.draw();
        List<HeadBenchmark> apart = new ArrayList<>();
        for (Head head : Head.values()) {
            HeadBenchmark benchmark = new HeadBenchmark();
            benchmark.head = head.name().toLowerCase(Locale.ROOT);
            benchmark.load();
            apart.add(benchmark);
        }

        for (int run = 0; run < RUNS; run++) {
            Analysis analysis = together.allHeads();
            for (Head head : Head.values()) {
                assertThat(apart.get(head.code()).classify()).isEqualTo(analysis.label(head));
            }
        }
    }

    @Test
    void shouldSendMessagesToSeveralQueuesWhenRulesAreTried() {
        OrganizationConfiguration organization = DemoMessages.organization();
        RulesBenchmark benchmark = new RulesBenchmark();
        Set<String> queues = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            RuleOutcome outcome = benchmark.demo();
            queues.add(organization.queues().get(outcome.queue).id());
        }

        assertThat(queues).contains("shipping", "billing", "technical");
    }

    @Test
    void shouldHoldForSomeMessagesOnlyWhenConditionsAreTried() {
        ConditionBenchmark benchmark = new ConditionBenchmark();
        benchmark.condition = "analysis.urgency.label == \"high\" && analysis.urgency.confidence >= 0.5";
        benchmark.compile();
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            held += benchmark.holds() ? 1 : 0;
        }

        assertThat(held).isBetween(1, RUNS - 1);
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void shouldCompleteAnotherConversationInEachRound(Work work) throws NoSuchFieldException {
        for (String size : DecideBenchmark.class
                .getField("size")
                .getAnnotation(Param.class)
                .value()) {
            DecideBenchmark benchmark = new DecideBenchmark();
            benchmark.size = size;
            benchmark.work = work;
            benchmark.build();
            Set<Long> completed = new HashSet<>();
            for (int run = 0; run < 10 * RUNS; run++) {
                completed.add(benchmark.round());
            }

            assertThat(completed).as(size).hasSize(10 * RUNS);
        }
    }

    @Test
    void shouldEncodeARecordThatCanBeRead() {
        RecordBenchmark benchmark = new RecordBenchmark();
        for (int run = 0; run < RUNS; run++) {
            int length = benchmark.encode();
            RecordView view = new RecordView().wrap(benchmark.records[run % benchmark.records.length].array(), 0);
            assertThat(view.length()).isEqualTo(length);
            assertThat(view.sequence()).isEqualTo(run + 1);
            assertThat(view.commandKind()).isEqualTo(CommandKind.RECEIVE_MESSAGE);
            List<EventKind> events = new ArrayList<>();
            while (view.nextEvent()) {
                events.add(view.eventKind());
            }
            assertThat(events)
                    .containsExactly(
                            EventKind.MESSAGE_RECEIVED,
                            EventKind.CONVERSATION_SCORED,
                            EventKind.CONVERSATION_QUEUED,
                            EventKind.OFFER_MADE);
        }
    }

    @Test
    void shouldAppendTheNextRecordEachTime() {
        JournalBenchmark benchmark = new JournalBenchmark();
        benchmark.open();
        try {
            for (int run = 1; run <= RUNS; run++) {
                assertThat(benchmark.append()).isEqualTo(run);
            }
        } finally {
            benchmark.close();
        }
    }

    @Test
    void shouldMakeAWholeBatchDurableWhenCommitting() throws IOException {
        CommitBenchmark benchmark = new CommitBenchmark();
        benchmark.records = 64;
        benchmark.open();
        try {
            assertThat(benchmark.force()).isEqualTo(64);
            assertThat(benchmark.force()).isEqualTo(128);
        } finally {
            benchmark.close();
        }
    }

    @Test
    void shouldReadRequestsAndWriteAnswers() throws IOException {
        JsonBenchmark benchmark = new JsonBenchmark();
        benchmark.prepare();
        ReceiveMessage message = benchmark.read();
        assertThat(message.externalId.toText()).isEqualTo("message-0");
        assertThat(message.contactTier.toText()).isEqualTo("gold");
        assertThat(message.text.length()).isBetween(90, 110);

        JsonWriter answer = benchmark.write();
        JsonNode read = new ObjectMapper().readTree(answer.array(), 0, answer.length());
        assertThat(read.path("externalId").asText()).isEqualTo("message-1");
        assertThat(read.path("durable").asBoolean()).isTrue();
        assertThat(read.path("analysis").path("intent").path("label").asText()).isNotEmpty();
        assertThat(read.path("route").path("queue").asText()).isNotEmpty();
    }

    private static int features(int textBytes) {
        TokenizeBenchmark benchmark = new TokenizeBenchmark();
        benchmark.textBytes = textBytes;
        benchmark.draw();
        int features = 0;
        for (int run = 0; run < RUNS; run++) {
            features += benchmark.text();
        }
        return features;
    }
}
