package io.strowger.models.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * Phone numbers. The form is found here; whether such a number exists is asked of libphonenumber, in the default region and,
 * for numbers written like national ones, in the regions of the languages that the product speaks. The only recogniser that
 * allocates, and only for a text that has a candidate.
 */
final class PhoneRecogniser implements Recogniser {
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 25;
    private static final List<String> REGIONS = List.of(
            "US", "GB", "DE", "FR", "ES", "IT", "NL", "PT", "BR", "BE", "AT", "CH", "AU", "NZ", "MX", "IN", "ZA", "IE",
            "PL", "SE", "TR", "PH");

    /** Words for numbers that are no phone's. */
    private static final long OTHERS = WordClass.bits(
            WordClass.ORDER,
            WordClass.TRACKING,
            WordClass.BANK,
            WordClass.TAX,
            WordClass.IDENTITY,
            WordClass.SOCIAL,
            WordClass.PASSPORT,
            WordClass.CODE);

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final PhoneNumber parsed = new PhoneNumber();
    private final String defaultRegion;

    private int end;
    private int digits;
    private int groups;
    private int longestGroup;
    private int asked;

    /** The region's code as in ISO 3166, {@code US}; its numbers are known without a country code. */
    PhoneRecogniser(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /** How often libphonenumber was asked: part of the work. */
    int asked() {
        return asked;
    }

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        int first = firstDigit(scan, token);
        if (first < 0) {
            return;
        }
        int start = start(text, first);
        boolean isInternational = text.at(start) == '+' || text.at(start) == '(' && text.at(start + 1) == '+';
        if (continuesNumber(text, start) || !read(text, start)) {
            return;
        }
        boolean isConfirmed = (scan.context(token, end) & WordClass.PHONE.bit()) != 0;
        boolean startsWithZero = text.at(first) == '0';
        boolean isWritten = groups > 1 || text.at(start) == '(' || startsWithZero;
        if (!isInternational && !isConfirmed && !isWritten && digits != 10) {
            return;
        }
        if (looksLikeSomethingElse(scan, token, start, isConfirmed)) {
            return;
        }
        int percent = percent(text, start, first, isInternational, isConfirmed);
        if (scan.isAlone(first, end) && percent < 50 && (startsWithZero && digits >= 9 || percent == 45)) {
            percent = 52;
        }
        scan.offer(start, end, EntityKind.PHONE_NUMBER, percent);
    }

    private int percent(Text text, int start, int first, boolean isInternational, boolean isConfirmed) {
        String candidate = substring(text, start, end);
        if (isInternational || text.at(first) == '0' && text.at(first + 1) == '0') {
            String number = isInternational ? candidate : "+" + substring(text, first + 2, end);
            boolean isValid = isValid(number, defaultRegion);
            return isValid ? 93 : isInternational && digits >= 8 || isConfirmed ? 65 : 0;
        }
        if (isValid(candidate, defaultRegion)) {
            return isConfirmed ? 95 : groups > 1 || text.at(start) == '(' ? 80 : 45;
        }
        if (text.at(first) == '0' || groups > 1 || isConfirmed) {
            boolean isValid = isValidSomewhere(candidate);
            if (isValid) {
                return isConfirmed ? 90 : text.at(first) == '0' ? 64 : groups >= 3 && digits >= 9 ? 54 : 35;
            }
        }
        return isConfirmed && digits >= LEAST_DIGITS ? 72 : 0;
    }

    /** Where the digits of a token begin: at its start, or after a word that is written together with a number. */
    private static int firstDigit(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        if (text.isDigit(start)) {
            return start;
        }
        int end = scan.tokens().end(token);
        int at = start;
        while (at < end && at < start + 12 && text.kind(at) == Text.LETTER) {
            at++;
        }
        return at >= start + 2 && at < end && text.isDigit(at) ? at : -1;
    }

    private static int start(Text text, int first) {
        int start = first;
        char before = text.at(start - 1);
        if (before == '(') {
            start--;
            before = text.at(start - 1);
        }
        if (before == '+') {
            start--;
            if (text.at(start - 1) == '(') {
                start--;
            }
        }
        return start;
    }

    /** A number that goes on from before was asked about at its beginning. */
    private static boolean continuesNumber(Text text, int start) {
        char before = text.at(start - 1);
        if (text.isDigit(start - 1) || before == '#' || before == '_' || before == '@' || before == '=') {
            return true;
        }
        if (text.at(start) == '+' || text.at(start) == '(') {
            return false;
        }
        boolean joins =
                before == ' ' || before == '-' || before == '.' || before == '/' || before == ')' || before == ',';
        boolean isTight = before == '-' || before == '.' || before == '/' || before == ',';
        return joins && text.isDigit(start - 2) && (isTight || before == ')' || text.isDigit(start - 3))
                || before == ' ' && text.at(start - 2) == ')' && text.isDigit(start - 3)
                || isTight && text.isAlphanumeric(start - 2) && before != '.'
                || isCurrency(before)
                || before == ' ' && isCurrency(text.at(start - 2));
    }

    static boolean isCurrency(char c) {
        return c == '$' || c == '€' || c == '£' || c == '¥' || c == '₹' || c == '₽' || c == '₩' || c == '₺' || c == '₫'
                || c == '₪' || c == '฿' || c == '₱' || c == '₦' || c == '₴';
    }

    /** Reads digits and what groups them; false when it can't be a phone number. */
    private boolean read(Text text, int start) {
        int at = start;
        int group = 0;
        end = start;
        digits = 0;
        groups = 0;
        longestGroup = 0;
        while (at - start < MOST_PLACES) {
            if (text.isDigit(at)) {
                group = group == 0 ? 1 : group + 1;
                groups += group == 1 ? 1 : 0;
                longestGroup = Math.max(longestGroup, group);
                digits++;
                end = ++at;
            } else if (isGrouping(text, at, start)) {
                group = 0;
                at++;
            } else {
                break;
            }
        }
        if (text.at(end) == ')' && text.at(start) == '(' && digits <= 4) {
            return false;
        }
        return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && !isContinued(text, end);
    }

    private static boolean isContinued(Text text, int end) {
        char next = text.at(end);
        return text.isAlphanumeric(end)
                || next == '@'
                || next == '_'
                || (next == ':' || next == '/' || next == '.' || next == ',' || next == '-') && text.isDigit(end + 1)
                || next == '-' && text.isLetter(end + 1)
                || isCurrency(next)
                || next == ' ' && (isCurrency(text.at(end + 1)) || text.isDigit(end + 1));
    }

    private static boolean isGrouping(Text text, int at, int start) {
        char c = text.at(at);
        char next = text.at(at + 1);
        boolean digitFollows = text.isDigit(at + 1);
        switch (c) {
            case '+':
                return at == start || at == start + 1;
            case '(':
                return digitFollows || next == '+';
            case ')':
                return digitFollows || (next == ' ' || next == '-') && text.isDigit(at + 2);
            case '-':
            case '.':
            case '/':
                return digitFollows || next == ' ' && c != '.' && text.isDigit(at + 2) && text.at(at - 1) == ' ';
            case ' ':
                return digitFollows
                        || next == '(' && text.isDigit(at + 2)
                        || (next == '-' || next == '/') && text.at(at + 2) == ' ' && text.isDigit(at + 3);
            default:
                return false;
        }
    }

    /** Dates, versions, IP addresses and prices have groups of their own. */
    private boolean looksLikeSomethingElse(Scan scan, int token, int start, boolean isConfirmed) {
        Text text = scan.text();
        if (text.at(start) == '+') {
            return false;
        }
        if (digits >= 12 && (scan.context(token, end) & WordClass.CARD.bit()) != 0) {
            return true;
        }
        boolean isTaxNumber = groups == 3 && text.at(start + 2) == '/' || groups == 3 && text.at(start + 3) == '/';
        boolean isNamedOtherwise = (scan.before(token, 4) & OTHERS) != 0;
        if (isNamedOtherwise && !isNamedPhone(scan.tokens(), token)) {
            return true;
        }
        if (isConfirmed || isTaxNumber) {
            return !isConfirmed;
        }
        boolean isShort = longestGroup <= 2 && digits <= 8;
        boolean isFourAndTwo = digits == 8 && groups == 3 && (text.at(start + 4) == '-' || text.at(end - 5) == '.');
        return isShort || isFourAndTwo;
    }

    /** Whether a word before a number says more than "number". */
    private static boolean isNamedPhone(Tokens tokens, int token) {
        for (int word = token - 1; word >= token - 4; word--) {
            if (tokens.is(word, WordClass.PHONE) && !tokens.is(word, WordClass.NUMBER)) {
                return true;
            }
        }
        return false;
    }

    private boolean isValidSomewhere(String candidate) {
        for (String region : REGIONS) {
            if (isValid(candidate, region)) {
                return true;
            }
        }
        return false;
    }

    private boolean isValid(String candidate, String region) {
        asked++;
        try {
            parsed.clear();
            phones.parse(candidate, region, parsed);
            return phones.isValidNumber(parsed);
        } catch (NumberParseException notANumber) {
            return false;
        }
    }

    private static String substring(Text text, int from, int to) {
        StringBuilder characters = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            characters.append(text.at(i));
        }
        return characters.toString();
    }
}
