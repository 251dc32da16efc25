package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Chart.Bar;
import io.strowger.bench.report.Chart.Line;
import io.strowger.bench.report.Chart.Point;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.TextWidth;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartDrawingTest {
    private static final Pattern POINT = Pattern.compile("[ML](\\S+) (-?[0-9.]+)");
    private static final double TEXT_HEIGHT = 12;

    @Test
    void shouldKeepEveryMarkAndLabelInsideAndApart() {
        for (Chart chart : SampleReports.full().charts()) {
            assertLegible(drawn(chart));
        }
    }

    @Test
    void shouldEndACurveAtItsWorstWhenFewValuesWereRecorded() {
        Histogram few = new Histogram(3);
        IntStream.rangeClosed(1, 100).forEach(micros -> few.recordValue(micros * 1_000L));
        Document svg = drawn(new Chart.Percentiles("few", List.of(new RecordedHistogram("few", few))));
        assertThat(titles(svg))
                .contains("few, p50: 50 µs", "few, p90: 90 µs", "few, p99: 99 µs", "few, worst: 99 µs")
                .noneMatch(title -> title.contains("99.9"));
    }

    @Test
    void shouldDrawExtremeRecordings() {
        Histogram zeros = new Histogram(3);
        zeros.recordValueWithCount(0, 1_000_000);
        Histogram one = new Histogram(3);
        one.recordValue(3_600_000_000_000L);
        Document svg = drawn(new Chart.Percentiles(
                "extremes",
                List.of(
                        new RecordedHistogram("zeros", zeros),
                        new RecordedHistogram("none", new Histogram(3)),
                        new RecordedHistogram("one", one))));
        assertLegible(svg);
    }

    @Test
    void shouldPutGroupsBeforeTheirBarsWhenAllBarsHaveOneName() {
        Document svg = drawn(new Chart.Bars(
                "CPU",
                "%",
                List.of(new Bar("server", "idle", 0.6, 0.6, 0.6), new Bar("Redis", "idle", 0.2, 0.2, 0.2))));
        assertThat(Xml.all(svg, "text").stream().map(Element::getTextContent))
                .contains("server", "Redis")
                .doesNotContain("idle");
        assertLegible(svg);
    }

    @Test
    void shouldSayWhenThereIsNothingToDraw() {
        List<Point> nowhere =
                List.of(new Point(Double.NaN, 1), new Point(1, Double.POSITIVE_INFINITY), new Point(0, 1));
        for (Chart chart : List.of(
                new Chart.Percentiles("none", List.of()),
                new Chart.Percentiles("none", List.of(new RecordedHistogram("empty", new Histogram(3)))),
                new Chart.Lines("none", "x", "y", true, true, List.of(new Line("a", nowhere))),
                new Chart.Lines("none", "x", "y", false, false, List.of()),
                new Chart.Bars("none", "ms", List.of(new Bar("a", "b", Double.NaN, Double.NaN, Double.NaN))),
                new Chart.Bars("none", "ms", List.of()))) {
            assertThat(Xml.all(drawn(chart), "p").get(0).getTextContent()).isEqualTo("Nothing was recorded.");
        }
    }

    @Test
    void shouldLeaveGapsWherePointsHaveNoPlace() {
        Document svg = drawn(new Chart.Lines(
                "gaps",
                "x",
                "y",
                false,
                true,
                List.of(new Line(
                        "a",
                        List.of(
                                new Point(1, 1),
                                new Point(2, 2),
                                new Point(3, 0),
                                new Point(4, Double.NaN),
                                new Point(5, 5))))));
        String path = Xml.all(svg, "path").stream()
                .filter(element -> element.getAttribute("class").equals("reach"))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
        assertThat(path.chars().filter(c -> c == 'M')).hasSize(2);
        assertLegible(svg);
    }

    @Test
    void shouldKeepPeaksWhenPointsAreThinned() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            points.add(new Point(i, i == 77_777 ? 900 : i == 33_333 ? -5 : 10));
        }
        List<Point> thinned = Thinning.of(points, 1_000);
        assertThat(thinned).hasSizeLessThanOrEqualTo(1_000).contains(new Point(77_777, 900), new Point(33_333, -5));
        assertThat(thinned).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
        assertThat(Thinning.of(points.subList(0, 1_000), 1_000)).hasSize(1_000);
    }

    @Test
    void shouldDrawManyLongNamesAndNegativeBars() {
        List<Bar> bars = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "a contender <&> with a name that goes on and on " + "and on ".repeat(i);
            bars.add(new Bar("group " + i / 4, name, 1000 - i * 99.0, 900 - i * 99.0, 1100 - i * 99.0));
            lines.add(new Line(name, List.of(new Point(0.001, i), new Point(0.002, i + 1))));
        }
        assertLegible(drawn(new Chart.Bars("bars", "messages/s", bars)));
        assertLegible(drawn(new Chart.Lines("lines", "x", "y", false, false, lines)));
    }

    private static Document drawn(Chart chart) {
        Markup markup = new Markup();
        ChartDrawing.draw(markup, chart);
        return Xml.parse(markup.toString());
    }

    private static List<String> titles(Document svg) {
        return Xml.all(svg, "title").stream().map(Element::getTextContent).toList();
    }

    private static void assertLegible(Document svg) {
        String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
        Rectangle2D view = new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
        List<Rectangle2D> texts =
                Xml.all(svg, "text").stream().map(ChartDrawingTest::place).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(view.contains(texts.get(i)))
                    .as(text(svg, i) + " is inside")
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(texts.get(i).intersects(texts.get(j)))
                        .as(text(svg, i) + " covers " + text(svg, j))
                        .isFalse();
            }
        }
        for (Element path : Xml.all(svg, "path")) {
            Matcher points = POINT.matcher(path.getAttribute("d"));
            while (points.find()) {
                assertThat(view.contains(Double.parseDouble(points.group(1)), Double.parseDouble(points.group(2))))
                        .isTrue();
            }
        }
        assertThat(Xml.all(svg, "circle")).allMatch(circle -> Double.isFinite(number(circle, "cy")));
        assertThat(Xml.all(svg, "rect")).allMatch(rect -> number(rect, "width") > 0);
    }

    private static String text(Document svg, int index) {
        return "'" + Xml.all(svg, "text").get(index).getTextContent() + "'";
    }

    private static Rectangle2D place(Element text) {
        double width = TextWidth.of(text.getTextContent());
        String type = text.getAttribute("class");
        double shift = type.contains("end") ? 1 : type.contains("middle") ? 0.5 : 0;
        return new Rectangle2D.Double(
                number(text, "x") - shift * width, number(text, "y") - TEXT_HEIGHT + 2, width, TEXT_HEIGHT);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
