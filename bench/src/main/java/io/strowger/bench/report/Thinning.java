package io.strowger.bench.report;

import io.strowger.bench.report.Chart.Point;
import java.util.ArrayList;
import java.util.List;

/** Leaves out points that nobody would see: of many neighbours the lowest and the highest stay, so no peak gets lost. */
final class Thinning {
    private Thinning() {}

    /**
     * The points, or some of them.
     *
     * @param most how many there may be afterwards, about
     */
    static List<Point> of(List<Point> points, int most) {
        int width = 2 * ((points.size() + most - 1) / most);
        if (width <= 2) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        for (int from = 0; from < points.size(); from += width) {
            keepExtremes(points.subList(from, Math.min(points.size(), from + width)), kept);
        }
        return kept;
    }

    private static void keepExtremes(List<Point> neighbours, List<Point> kept) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < neighbours.size(); i++) {
            double y = neighbours.get(i).y();
            if (!(y >= neighbours.get(lowest).y())) {
                lowest = i;
            }
            if (y > neighbours.get(highest).y()) {
                highest = i;
            }
        }
        kept.add(neighbours.get(Math.min(lowest, highest)));
        if (lowest != highest) {
            kept.add(neighbours.get(Math.max(lowest, highest)));
        }
    }
}
