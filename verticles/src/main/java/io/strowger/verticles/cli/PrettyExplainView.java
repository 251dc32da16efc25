package io.strowger.verticles.cli;

import io.strowger.models.explain.Evidence;
import io.strowger.models.explain.Explanation;
import io.strowger.models.explain.HeadExplanation;
import io.strowger.models.explain.LabelShare;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A paragraph for each head, for people. */
final class PrettyExplainView implements ExplainView {
    private static final int SHOWN_PIECE = 48;

    private final PrintStream out;
    private final Palette palette;
    private final int top;
    private boolean isFirst = true;

    PrettyExplainView(PrintStream out, Palette palette, int top) {
        this.out = out;
        this.palette = palette;
        this.top = top;
    }

    @Override
    public void show(byte[] text, Explanation explanation) {
        if (!isFirst) {
            out.println();
        }
        isFirst = false;
        explanation.heads().forEach(head -> show(head, explanation));
        if (explanation.bytesRead() < text.length) {
            out.println(palette.dim(
                    String.format(Locale.ROOT, "(read up to byte %,d of %,d)", explanation.bytesRead(), text.length)));
        }
        out.flush();
    }

    private void show(HeadExplanation head, Explanation explanation) {
        LabelShare answer = head.answer();
        out.print(String.format(Locale.ROOT, "%-10s ", head.head())
                + palette.bold(answer.label())
                + String.format(Locale.ROOT, " %.2f", answer.confidence()));
        if (head.score() != null) {
            out.print(String.format(Locale.ROOT, ", score %+.2f", head.score()));
        }
        LabelShare runnerUp = head.runnerUp();
        if (runnerUp != null) {
            out.print(palette.dim(
                    String.format(Locale.ROOT, ", before %s %.2f", runnerUp.label(), runnerUp.confidence())));
        }
        out.println();
        if (head.isByScriptAlone()) {
            out.println("  the script alone (" + explanation.script().title() + ")");
            return;
        }
        List<Evidence> inFavour = head.inFavour();
        List<Evidence> against = head.against();
        inFavour.stream().limit(top).forEach(this::show);
        against.stream().limit(top).forEach(this::show);
        out.println(palette.dim(String.format(
                Locale.ROOT,
                "  %+.2f of %d for, %+.2f of %d against, %+.2f before any",
                sum(inFavour),
                inFavour.size(),
                sum(against),
                against.size(),
                head.bias())));
    }

    private void show(Evidence piece) {
        String weight = String.format(Locale.ROOT, "  %+.2f  ", piece.weight());
        String shared = piece.shared().isEmpty()
                ? ""
                : palette.dim(", together with "
                        + piece.shared().stream().map(PrettyExplainView::quoted).collect(Collectors.joining(", "))
                        + " (the same number by chance)");
        out.println((piece.weight() > 0 ? palette.green(weight) : palette.red(weight)) + name(piece) + shared);
    }

    private static double sum(List<Evidence> evidence) {
        return evidence.stream().mapToDouble(Evidence::weight).sum();
    }

    private static String name(Evidence piece) {
        return switch (piece.kind()) {
            case CHARACTERS -> quoted(piece.text());
            case WORD -> "word " + quoted(piece.text());
            case FIRST_WORD -> "first word " + quoted(piece.text());
            case WORD_PAIR -> "words " + quoted(piece.text());
            case PUNCTUATION -> "marks " + quoted(piece.text());
            case SYMBOL -> "symbol " + quoted(piece.text());
            case SHAPE -> "the text: " + piece.text();
        };
    }

    /** In quotes; what would move a terminal's cursor, hide or turn other text around, as its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int[] codePoints = text.codePoints().limit(SHOWN_PIECE).toArray();
        for (int codePoint : codePoints) {
            int type = Character.getType(codePoint);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
            } else {
                quoted.appendCodePoint(codePoint);
            }
        }
        return quoted.append(text.codePointCount(0, text.length()) > SHOWN_PIECE ? "…\"" : "\"")
                .toString();
    }
}
