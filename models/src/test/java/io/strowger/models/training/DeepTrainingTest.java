package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.Tier;
import io.strowger.models.evaluate.Evaluation;
import io.strowger.models.evaluate.EvaluationOptions;
import io.strowger.models.evaluate.EvaluationResult;
import io.strowger.models.linear.ModelParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Train and evaluate with the real encoder. */
class DeepTrainingTest {
    @TempDir
    Path folder;

    private Path data;
    private Path dev;

    @BeforeEach
    void writeData() throws IOException {
        data = Files.writeString(folder.resolve("data.tsv"), """
                track\twhere is my parcel
                track\tmy order has not arrived yet
                track\twhen will the package be here
                track\tstill waiting for my delivery
                track\tthe shipment is late
                refund\tI want my money back
                refund\tplease refund me
                refund\tgive me back what I paid
                refund\thow do I get a refund
                refund\treturn the amount to my account
                """);
        dev = Files.writeString(folder.resolve("dev.tsv"), """
                track\tit was supposed to be delivered on monday
                refund\treimburse me for this purchase
                track\thas my box been sent
                refund\tpay me back
                """);
    }

    @Test
    void shouldUnderstandOtherWordsOfTheSameMeaning() throws IOException {
        TrainingResult result = train(Tier.DEEP, dev);

        EvaluationResult deep = evaluate(Tier.DEEP);
        assertThat(result.labels()).containsExactly("refund", "track");
        assertThat(deep.accuracy()).isEqualTo(1);
        assertThat(deep.deepShare()).isEqualTo(1);
        assertThatThrownBy(() -> evaluate(Tier.CASCADE)).hasMessageContaining("has no inline part");
    }

    @Test
    void shouldMakeTheSameBytesAgainOnTheSameMachine() throws IOException {
        assertThat(train(Tier.DEEP, null).version())
                .isEqualTo(train(Tier.DEEP, null).version());
    }

    @Test
    void shouldFindTheThresholdInWhicheverOrderThePartsAreTrained() throws IOException {
        train(Tier.INLINE, dev);
        assertThatThrownBy(() -> evaluate(Tier.DEEP)).hasMessageContaining("has no deep tier");
        train(Tier.DEEP, dev);
        int below = ModelParts.cascadeBelow(folder.resolve("model"));
        assertThat(below).isNotNegative();

        train(Tier.INLINE, null);
        assertThatThrownBy(() -> evaluate(Tier.CASCADE)).hasMessageContaining("train either part again with --dev");
        train(Tier.INLINE, dev);

        assertThat(ModelParts.cascadeBelow(folder.resolve("model"))).isEqualTo(below);
        assertThat(evaluate(Tier.CASCADE).deepShare()).isLessThanOrEqualTo(0.25);
    }

    private TrainingResult train(Tier tier, Path devFile) throws IOException {
        return Training.run(
                new TrainingOptions("topic", data, devFile, null, tier, Teacher.NONE, folder.resolve("model"), 42),
                TrainingProgress.SILENT);
    }

    private EvaluationResult evaluate(Tier tier) throws IOException {
        return Evaluation.run(new EvaluationOptions(folder.resolve("model").toString(), dev, null, tier));
    }
}
