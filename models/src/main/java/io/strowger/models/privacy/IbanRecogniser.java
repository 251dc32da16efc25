package io.strowger.models.privacy;

import java.util.Arrays;

/**
 * IBANs: a country of the SWIFT registry, its length, and ISO 7064 MOD 97-10; written together or in groups. And account
 * numbers and sort codes beside a word for them.
 */
final class IbanRecogniser implements Recogniser {
    /** Country and length; SWIFT IBAN registry, release 99. */
    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
                    + "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32"
                    + "LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24"
                    + "SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static final int MOST_SYMBOLS = 34;
    private static final byte[] LENGTH_BY_COUNTRY = new byte[26 * 26];
    private static final Shape SORT_CODE = Shape.of("##-##-##");

    static {
        for (int i = 0; i < LENGTHS.length(); i += 4) {
            int country = (LENGTHS.charAt(i) - 'A') * 26 + LENGTHS.charAt(i + 1) - 'A';
            LENGTH_BY_COUNTRY[country] = Byte.parseByte(LENGTHS.substring(i + 2, i + 4));
        }
    }

    private final char[] symbols = new char[MOST_SYMBOLS];
    private final Shape.Symbols matched = new Shape.Symbols();

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        if (text.isDigit(start)) {
            account(scan, token, start);
            return;
        }
        if (text.isDigit(start + 2) && text.isDigit(start + 3)) {
            iban(scan, start);
        }
    }

    private void iban(Scan scan, int start) {
        Text text = scan.text();
        int length = length(text, start);
        int end = length == 0 ? Shape.NO_MATCH : read(text, start, length);
        if (end == Shape.NO_MATCH || text.isAlphanumeric(end) || continues(text, end)) {
            return;
        }
        int remainder = CheckDigits.mod97(symbols, 4, length, 0);
        if (CheckDigits.mod97(symbols, 0, 4, remainder) == 1) {
            scan.offer(start, end, EntityKind.IBAN_CODE, 99);
        }
    }

    private static boolean continues(Text text, int end) {
        return text.at(end) == ' '
                && text.isDigit(end + 1)
                && !text.isLetter(end + 2)
                && text.isDigit(end - 1)
                && text.isDigit(end + 4);
    }

    private static int length(Text text, int start) {
        char first = text.folded(start);
        char second = text.folded(start + 1);
        boolean areLetters = first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z';
        return areLetters ? LENGTH_BY_COUNTRY[(first - 'a') * 26 + second - 'a'] : 0;
    }

    private int read(Text text, int start, int length) {
        Arrays.fill(symbols, '0');
        int count = 0;
        int at = start;
        while (count < length) {
            char c = text.folded(at);
            if (c >= '0' && c <= '9') {
                symbols[count++] = c;
            } else if (c >= 'a' && c <= 'z') {
                symbols[count++] = (char) (c - 32);
            } else if ((c != ' ' && c != '-') || !text.isAlphanumeric(at + 1)) {
                return Shape.NO_MATCH;
            }
            at++;
        }
        return at;
    }

    private void account(Scan scan, int token, int start) {
        Tokens tokens = scan.tokens();
        int end = tokens.end(token);
        long before = scan.before(token, 4);
        if ((before & WordClass.BANK.bit()) == 0) {
            return;
        }
        int sortCode = SORT_CODE.match(scan.text(), start, matched);
        if (sortCode != Shape.NO_MATCH && !scan.text().isAlphanumeric(sortCode)) {
            scan.offer(start, sortCode, EntityKind.BANK_ACCOUNT, 85);
        } else if (tokens.shape(token) == Tokens.NUMBER && end - start >= 6 && end - start <= 18) {
            scan.offer(start, end, EntityKind.BANK_ACCOUNT, 76);
        }
    }
}
