package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void shouldPutWholeWordsLast() {
        int[] buckets = {7, 3, 9, 1, 5, 99};
        boolean[] whole = {false, true, false, true, false, false};

        Features features = Features.of(buckets, 5, whole);

        assertThat(features.buckets()).containsExactly(7, 9, 5, 3, 1);
        assertThat(features.parts()).isEqualTo(3);
    }

    @Test
    void shouldTellTheWordsOfATextFromTheirParts() {
        Features features = new MessageFeatures(16).of("refund me".getBytes(StandardCharsets.UTF_8));

        assertThat(features.count() - features.parts()).isEqualTo(4);
        assertThat(features.buckets()).doesNotHaveDuplicates();
    }
}
