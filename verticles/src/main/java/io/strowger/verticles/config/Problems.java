package io.strowger.verticles.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found wrong in a document, and where each of its values stands. */
final class Problems {
    private final String source;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    Problems(String source) {
        this.source = source;
    }

    void add(Place place, String path, String message) {
        found.add(new Found(place, new ConfigProblem(place.toString(), path, message)));
    }

    /** Notes where a value stands. */
    void place(String path, Place place) {
        places.put(path, place);
    }

    /** Where a value stands, or null when it is not there. */
    @Nullable
    Place place(String path) {
        return places.get(path);
    }

    /** Where a value stands, or the nearest thing around it. */
    Place placeOrStart(String path) {
        for (String around = path; !around.isEmpty(); around = parent(around)) {
            Place place = places.get(around);
            if (place != null) {
                return place;
            }
        }
        return places.getOrDefault("", new Place(source, 1, 1));
    }

    /** Whether nothing was noted about a value yet. */
    boolean isNew(String path) {
        return found.stream().noneMatch(each -> each.problem.path().equals(path));
    }

    /** All in the order of the text. */
    List<ConfigProblem> list() {
        Comparator<Found> byPlace = Comparator.<Found, String>comparing(each -> each.place.source())
                .thenComparingInt(each -> each.place.line())
                .thenComparingInt(each -> each.place.column());
        return found.stream().sorted(byPlace).map(Found::problem).toList();
    }

    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? "" : path.substring(0, end);
    }

    private record Found(Place place, ConfigProblem problem) {}
}
