package io.strowger.verticles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 35, 36, 1_295, 123_456_789, Long.MAX_VALUE})
    void shouldGiveBackTheNumberWhenItsIdIsParsed(long number) {
        assertThat(Ids.parseMessage(Ids.message(number))).isEqualTo(number);
        assertThat(Ids.parseConversation(Ids.conversation(number))).isEqualTo(number);
        assertThat(Ids.parseOffer(Ids.offer(number))).isEqualTo(number);
        assertThat(Ids.parseAssignment(Ids.assignment(number))).isEqualTo(number);
    }

    @Test
    void shouldNameTheKindWhenAnIdIsMade() {
        assertThat(Ids.message(123)).isEqualTo("m-3f");
        assertThat(Ids.conversation(123)).isEqualTo("c-3f");
        assertThat(Ids.offer(123)).isEqualTo("o-3f");
        assertThat(Ids.assignment(123)).isEqualTo("a-3f");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "c-",
                "c",
                "-3f",
                "m-3f",
                "c-0",
                "c-03f",
                "c-3F",
                "c--1",
                "c-+1",
                "c-3f ",
                "c-ß",
                "c-1y2p0ij32e8e8"
            })
    void shouldRefuseWhenTheTextIsNoConversationId(String id) {
        assertThat(Ids.parseConversation(id)).isEqualTo(Ids.INVALID);
    }
}
