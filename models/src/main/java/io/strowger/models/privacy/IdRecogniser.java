package io.strowger.models.privacy;

import java.util.ArrayList;
import java.util.List;

/** Identity, document and tracking numbers, by the tables of formats. */
final class IdRecogniser implements Recogniser {
    private static final IdFormat[] BY_DIGIT;
    private static final IdFormat[] BY_LETTER;

    static {
        List<IdFormat> all = new ArrayList<>(EuropeanFormats.all());
        all.addAll(AmericanFormats.all());
        all.addAll(PacificFormats.all());
        all.addAll(DocumentFormats.all());
        all.addAll(TrackingFormats.all());
        BY_DIGIT = all.stream().filter(f -> !f.shape().beginsWithLetter()).toArray(IdFormat[]::new);
        BY_LETTER = all.stream().filter(f -> !f.shape().beginsWithDigit()).toArray(IdFormat[]::new);
    }

    private final Shape.Symbols symbols = new Shape.Symbols();

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        byte shape = tokens.shape(token);
        int start = tokens.start(token);
        if (scan.text().isDigit(start)) {
            tryAll(BY_DIGIT, scan, token, start);
        } else if (shape == Tokens.MIXED) {
            tryAll(BY_LETTER, scan, token, start);
            tryGlued(scan, token);
        } else if (tokens.length(token) <= 4 && isNearDigits(scan, token)) {
            tryAll(BY_LETTER, scan, token, start);
        }
    }

    /** "My code is199003052397": a word and a number written together. */
    private void tryGlued(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        int end = scan.tokens().end(token);
        int at = start;
        while (at < end && at < start + 12 && text.kind(at) == Text.LETTER) {
            at++;
        }
        if (at >= start + 2 && end - at >= 9 && text.isDigit(at)) {
            tryAll(BY_DIGIT, scan, token, at);
        }
    }

    private static boolean isNearDigits(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        for (int next = token + 1; next <= token + 2 && next < tokens.count(); next++) {
            if (tokens.start(next) > tokens.end(next - 1) + 1) {
                return false;
            }
            if (scan.text().isDigit(tokens.start(next))) {
                return true;
            }
        }
        return false;
    }

    private void tryAll(IdFormat[] formats, Scan scan, int token, int start) {
        if (!isStart(scan, start)) {
            return;
        }
        for (IdFormat format : formats) {
            int end = format.shape().match(scan.text(), start, symbols);
            if (end != Shape.NO_MATCH
                    && isEnd(scan.text(), end)
                    && format.check().holds(symbols.array(), symbols.length())) {
                boolean isConfirmed = (scan.context(token, end) & format.context()) != 0;
                int percent = format.strength().percent(isConfirmed, scan.isAlone(start, end), symbols.separators());
                long context = isConfirmed ? scan.context(token, end) : 0;
                scan.offer(start, end, format.kind(), percent + bonus(format, context));
            }
        }
    }

    /** Between formats that fit alike, the word for their very type decides. */
    private int bonus(IdFormat format, long context) {
        boolean isChecked =
                format.kind() == EntityKind.IT_FISCAL_CODE && EuropeanFormats.hasItalianCheck(symbols.array());
        long words = switch (format.kind().type()) {
            case TAX_ID -> WordClass.TAX.bit();
            case HEALTH_ID -> WordClass.HEALTH.bit();
            case NATIONAL_ID -> WordClass.bits(WordClass.SOCIAL, WordClass.IDENTITY);
            default -> 0;
        };
        return isChecked ? 3 : (words & context) != 0 && format.strength() != IdFormat.Strength.PROVEN ? 2 : 0;
    }

    /** A number does not begin in the middle of a longer one. */
    private static boolean isStart(Scan scan, int start) {
        Text text = scan.text();
        char before = text.at(start - 1);
        if (before == '-' || before == '.' || before == '/' || before == '_' || before == '+' || before == '@') {
            return before != '+' && before != '@' && !text.isAlphanumeric(start - 2);
        }
        boolean followsDigits = before == ' ' && text.isDigit(start - 2) && text.isAlphanumeric(start - 3);
        return !followsDigits || !text.isDigit(start);
    }

    private static boolean isEnd(Text text, int end) {
        char next = text.at(end);
        if (text.isAlphanumeric(end)) {
            return false;
        }
        if (next == '-' || next == '/' || next == '_' || next == '@') {
            return !text.isAlphanumeric(end + 1);
        }
        if (next == '.' || next == ',') {
            return !text.isDigit(end + 1);
        }
        return !(next == ' ' && text.isDigit(end - 1) && text.isDigit(end + 1) && text.isDigit(end + 2));
    }
}
