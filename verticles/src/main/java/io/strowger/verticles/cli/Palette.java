package io.strowger.verticles.cli;

/** Colours for people, or none. Immutable. */
public final class Palette {
    private static final String RESET = "\033[0m";

    private final boolean isColoured;

    private Palette(boolean isColoured) {
        this.isColoured = isColoured;
    }

    /** Colours on a terminal, unless the environment says NO_COLOR. */
    public static Palette of(Console console) {
        return new Palette(console.isTerminal() && !console.environment().containsKey("NO_COLOR"));
    }

    public String bold(String text) {
        return in("1", text);
    }

    public String dim(String text) {
        return in("2", text);
    }

    public String red(String text) {
        return in("31", text);
    }

    public String green(String text) {
        return in("32", text);
    }

    public String yellow(String text) {
        return in("33", text);
    }

    public String blue(String text) {
        return in("34", text);
    }

    public String magenta(String text) {
        return in("35", text);
    }

    public String cyan(String text) {
        return in("36", text);
    }

    /** In the colour of a sentiment's label. */
    public String ofSentiment(String label, String text) {
        return switch (label) {
            case "negative" -> red(text);
            case "positive" -> green(text);
            default -> text;
        };
    }

    /** In the colour of an urgency's label. */
    public String ofUrgency(String label, String text) {
        return switch (label) {
            case "high" -> red(text);
            case "medium" -> yellow(text);
            default -> text;
        };
    }

    private String in(String code, String text) {
        return isColoured ? "\033[" + code + "m" + text + RESET : text;
    }
}
