package io.strowger.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharacterTableTest {
    @Test
    void shouldFoldLikeTheJdkWhereAScriptHasCase() {
        int[][] ranges = {{'A', 0x17E}, {0x1CD, 0x1DC}, {0x386, 0x3CE}, {0x400, 0x481}, {0x48A, 0x52F}, {0x531, 0x556}};
        for (int[] range : ranges) {
            for (int c = range[0]; c <= range[1]; c++) {
                boolean isExpectedToDiffer = c == 0x130 || c == 0x3C2;
                if (CharacterTable.kind(c) >= CharacterTable.LETTER && !isExpectedToDiffer) {
                    assertThat((int) CharacterTable.fold(c)).as("U+%04X", c).isEqualTo(Character.toLowerCase(c));
                }
            }
        }
    }

    @Test
    void shouldFoldVietnameseLettersToLowerCase() {
        for (int c = 0x1EA0; c <= 0x1EFF; c++) {
            assertThat((int) CharacterTable.fold(c)).as("U+%04X", c).isEqualTo(Character.toLowerCase(c));
        }
    }

    @Test
    void shouldFoldTwiceToTheSame() {
        for (int c = 0; c < 0x10000; c++) {
            char folded = CharacterTable.fold(c);
            assertThat(CharacterTable.fold(folded)).as("U+%04X", c).isEqualTo(folded);
        }
    }

    @Test
    void shouldFoldDigitsOfAnyScriptToZero() {
        for (char digit : "7٧۷७৭੭௭౭๗７".toCharArray()) {
            assertThat(CharacterTable.kind(digit)).isEqualTo(CharacterTable.DIGIT);
            assertThat(CharacterTable.fold(digit)).isEqualTo('0');
        }
    }

    @Test
    void shouldIgnoreWhatIsInvisible() {
        for (int c : new int[] {0x200B, 0x200D, 0x200F, 0x202E, 0x2060, 0xFE0F, 0xFEFF, 0xAD, 0x1F3FD, 0xE0061}) {
            assertThat(CharacterTable.kind(c)).as("U+%04X", c).isEqualTo(CharacterTable.IGNORED);
        }
    }

    @Test
    void shouldTellScriptsApart() {
        assertThat(CharacterTable.kind('ж')).isEqualTo(CharacterTable.LETTER + Script.CYRILLIC.code());
        assertThat(CharacterTable.kind('字')).isEqualTo(CharacterTable.LETTER + Script.HAN_KANA.code());
        assertThat(CharacterTable.kind(0x20000)).isEqualTo(CharacterTable.LETTER + Script.HAN_KANA.code());
        assertThat(CharacterTable.kind('ก')).isEqualTo(CharacterTable.LETTER + Script.THAI.code());
        assertThat(CharacterTable.kind(0x1F600)).isEqualTo(CharacterTable.SYMBOL);
        assertThat(CharacterTable.kind(0x10FFFF)).isEqualTo(CharacterTable.IGNORED);
        assertThat(CharacterTable.kind('×')).isEqualTo(CharacterTable.PUNCTUATION);
    }

    @Test
    void shouldComposeALetterWithItsMark() {
        assertThat(CharacterTable.compose('e', 0x301)).isEqualTo('é');
        assertThat(CharacterTable.compose('и', 0x306)).isEqualTo('й');
        assertThat(CharacterTable.compose('q', 0x301)).isEqualTo((char) 0);
        assertThat(CharacterTable.compose('字', 0x301)).isEqualTo((char) 0);
    }
}
