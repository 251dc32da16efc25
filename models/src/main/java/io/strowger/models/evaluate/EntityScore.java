package io.strowger.models.evaluate;

/**
 * How well one label's entities were found.
 *
 * @param label the label of the file, or {@code ALL}
 * @param expected how many the file has
 * @param found how many of them a span of the right type touches
 * @param exact how many of them a span of the right type covers exactly
 * @param covered how many of them a span of any type touches: what masking would not have shown
 * @param reported how many spans of that type there were where they are judged
 * @param wrong how many of those touch no expected one
 */
public record EntityScore(String label, int expected, int found, int exact, int covered, int reported, int wrong) {
    /** The share of what was reported that is right; 1 when nothing was. */
    public double precision() {
        return reported == 0 ? 1 : (double) (reported - wrong) / reported;
    }

    /** The share of what was expected that was found; 1 when nothing was expected. */
    public double recall() {
        return expected == 0 ? 1 : (double) found / expected;
    }

    /** The share of what was expected that was found with exactly its extent. */
    public double exactRecall() {
        return expected == 0 ? 1 : (double) exact / expected;
    }

    /** The share of what was expected that any span touches. */
    public double coverage() {
        return expected == 0 ? 1 : (double) covered / expected;
    }

    EntityScore plus(EntityScore other, String sumLabel) {
        return new EntityScore(
                sumLabel,
                expected + other.expected,
                found + other.found,
                exact + other.exact,
                covered + other.covered,
                reported + other.reported,
                wrong + other.wrong);
    }
}
