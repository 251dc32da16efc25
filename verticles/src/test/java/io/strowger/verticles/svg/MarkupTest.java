package io.strowger.verticles.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void shouldEscapeTextAndAttributes() {
        Markup markup = new Markup().leaf("a", "1 < 2 && \"x\" > 'y'", "href", "\"><script>");
        assertThat(markup)
                .hasToString("<a href=\"&quot;&gt;&lt;script&gt;\">1 &lt; 2 &amp;&amp; &quot;x&quot; &gt; 'y'</a>");
    }

    @Test
    void shouldReplaceWhatXmlDoesNotKnow() {
        assertThat(new Markup().text("a\u0000b\u001bc\ud800d\uffffe")).hasToString("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(new Markup().text("\ud83d\ude00\n")).hasToString("\ud83d\ude00\n");
    }

    @Test
    void shouldRefuseToEndWithAnOpenElement() {
        Markup markup = new Markup().open("p");
        assertThatThrownBy(markup::toString).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldWriteCoordinatesShortly() {
        assertThat(Markup.number(12.0)).isEqualTo("12");
        assertThat(Markup.number(-0.04)).isEqualTo("0");
        assertThat(Markup.number(12.34)).isEqualTo("12.3");
        assertThat(Markup.number(100)).isEqualTo("100");
    }

    @Test
    void shouldCutTextToAWidth() {
        assertThat(TextWidth.cut("short", 200)).isEqualTo("short");
        String cut = TextWidth.cut("a name that is much too long for its place", 100);
        assertThat(cut).startsWith("a name").endsWith("…");
        assertThat(TextWidth.of(cut)).isLessThanOrEqualTo(100);
    }
}
