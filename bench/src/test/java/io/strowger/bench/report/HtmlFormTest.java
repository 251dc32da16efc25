package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Table.Column;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlFormTest {
    private static final String HOSTILE = "</title><script>alert('x')</script>\"&amp; \u0007";

    @Test
    void shouldBeOneWellFormedFileThatAsksForNothing() {
        String html = HtmlForm.of(SampleReports.publication(SampleReports.full()), List.of("latency.csv", "gc 1%.log"));
        Document page = Xml.parse(html);
        assertThat(Xml.all(page, "svg")).hasSize(4);
        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(html).doesNotContain("@import", "url(", "src=");
        assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://");
        assertThat(Xml.all(page, "a").stream().map(link -> link.getAttribute("href")))
                .containsExactly("./latency.csv", "./gc%201%25.log");
        assertThat(html.length()).isLessThan(300_000);
    }

    @Test
    void shouldShowEveryRowAndSentence() {
        Document page = Xml.parse(HtmlForm.of(SampleReports.publication(SampleReports.full()), List.of()));
        assertThat(Xml.all(page, "tr")).hasSize(2 + 4 + 3);
        assertThat(Xml.all(page, "li").stream().map(Element::getTextContent))
                .contains("The journal was off.")
                .anyMatch(sentence -> sentence.startsWith("Indicative:"));
        assertThat(Xml.all(page, "figcaption").stream().map(Element::getTextContent))
                .contains("Decision latency by rate (indicative)", "Latency by percentile");
        assertThat(Xml.all(page, "dd").stream().map(Element::getTextContent)).contains("Some <CPU>");
    }

    @Test
    void shouldEscapeTextWhereverItStands() {
        Histogram histogram = SampleReports.histogram(1, 10, 100);
        Report hostile = new Report(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(new Table("t", HOSTILE, List.of(new Column("a", HOSTILE, HOSTILE)), List.of(List.of(HOSTILE)))),
                List.of(
                        new Chart.Percentiles(HOSTILE, List.of(new RecordedHistogram("h", histogram))),
                        new Chart.Bars(HOSTILE, HOSTILE, List.of(new Chart.Bar(HOSTILE, HOSTILE, 1, 1, 1)))),
                List.of());
        Document page = Xml.parse(HtmlForm.of(SampleReports.publication(hostile), List.of(HOSTILE)));
        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(Xml.all(page, "h1").get(0).getTextContent()).startsWith("</title><script>");
    }

    @Test
    void shouldNotCallFiguresIndicativeOnAMachineOfItsOwn() {
        Publication publication =
                new Publication("x", "./strowger bench x", SampleReports.environment(32, false), SampleReports.full());
        String html = HtmlForm.of(publication, List.of());
        assertThat(html).doesNotContain("(indicative)", "Indicative:");
    }
}
