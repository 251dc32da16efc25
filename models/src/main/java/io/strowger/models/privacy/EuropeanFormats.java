package io.strowger.models.privacy;

import static io.strowger.models.privacy.CheckDigits.digit;
import static io.strowger.models.privacy.CheckDigits.isDay;
import static io.strowger.models.privacy.CheckDigits.luhn;
import static io.strowger.models.privacy.CheckDigits.number;
import static io.strowger.models.privacy.CheckDigits.weighted;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED_FORM;
import static io.strowger.models.privacy.IdFormat.Strength.PROVEN;
import static io.strowger.models.privacy.IdFormat.person;

import java.util.List;

/** Numbers that European states give to persons. Each check names where its rule is published. */
final class EuropeanFormats {
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH_SYMBOLS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String ITALIAN_ODD = "BAKPLCQDREVOSFTGUHMINJWZYX";
    private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
    private static final String ITALIAN_DIGITS = "LMNPQRSTUV";

    private EuropeanFormats() {}

    static List<IdFormat> all() {
        return List.of(
                person(EntityKind.AT_SVNR, "####~######", CHECKED_FORM, EuropeanFormats::svnr),
                person(EntityKind.BE_NATIONAL_REGISTER, "##~##~##~###~##", PROVEN, EuropeanFormats::belgian),
                person(EntityKind.BG_EGN, "##########", CHECKED, EuropeanFormats::egn),
                person(EntityKind.CH_AHV, "756~####~####~##", PROVEN, EuropeanFormats::ahv),
                person(EntityKind.CZ_BIRTH_NUMBER, "######/####", PROVEN, EuropeanFormats::czech),
                person(EntityKind.DE_TAX_ID, "[1-9]#~###~###~###", CHECKED, EuropeanFormats::germanTax),
                person(EntityKind.DE_SOCIAL_SECURITY, "##~######~@~###", PROVEN, EuropeanFormats::germanPension),
                person(EntityKind.DE_HEALTH_INSURANCE, "@#########", CHECKED_FORM, EuropeanFormats::germanHealth),
                person(
                        EntityKind.DK_CPR,
                        "######-####",
                        CHECKED_FORM,
                        (s, n) -> isDay(number(s, 2, 4), number(s, 0, 2))),
                person(EntityKind.EE_PERSONAL_CODE, "[1-6]##########", CHECKED, EuropeanFormats::baltic),
                person(EntityKind.ES_NIF, "#{7,8}~@", CHECKED_FORM, EuropeanFormats::nif),
                person(EntityKind.ES_NIE, "[XYZ]~#######~@", PROVEN, EuropeanFormats::nie),
                person(EntityKind.FI_PERSONAL_IDENTITY_CODE, "######[A-FU-Y]###&", PROVEN, EuropeanFormats::finnish),
                person(EntityKind.FI_PERSONAL_IDENTITY_CODE, "######-###&", PROVEN, EuropeanFormats::finnishDash),
                person(EntityKind.FI_PERSONAL_IDENTITY_CODE, "######+###&", PROVEN, EuropeanFormats::finnishDash),
                person(EntityKind.FR_NIR, "[12]~##~##~[0-9][0-9AB]~###~###~##", PROVEN, EuropeanFormats::nir),
                person(EntityKind.GR_AFM, "#########", CHECKED, EuropeanFormats::afm),
                person(EntityKind.HR_OIB, "###########", CHECKED, CheckDigits::mod11And10),
                person(EntityKind.IE_PPSN, "#######@{1,2}", CHECKED_FORM, EuropeanFormats::ppsn),
                person(
                        EntityKind.IT_FISCAL_CODE,
                        "@{3}~@{3}~&{2}[ABCDEHLMPRST]&{2}~@&{3}@",
                        CHECKED_FORM,
                        EuropeanFormats::fiscalCode),
                person(EntityKind.NL_BSN, "#{4}~##~###", CHECKED, EuropeanFormats::bsn),
                person(EntityKind.NO_BIRTH_NUMBER, "######~#####", PROVEN, EuropeanFormats::norwegian),
                person(EntityKind.PL_NIP, "###~###~##~##", CHECKED, EuropeanFormats::nip),
                person(EntityKind.PL_PESEL, "###########", CHECKED_FORM, EuropeanFormats::pesel),
                person(EntityKind.PT_NIF, "[1235689]##~###~###", CHECKED, EuropeanFormats::portuguese),
                person(EntityKind.RO_CNP, "[1-8]############", PROVEN, EuropeanFormats::cnp),
                person(EntityKind.RU_SNILS, "###-###-###~##", PROVEN, EuropeanFormats::snils),
                person(EntityKind.SE_PERSONNUMMER, "######-####", PROVEN, EuropeanFormats::swedish),
                person(EntityKind.SE_PERSONNUMMER, "######+####", PROVEN, EuropeanFormats::swedish),
                person(EntityKind.SE_PERSONNUMMER, "[12][09]######-####", PROVEN, EuropeanFormats::swedish),
                person(EntityKind.SE_PERSONNUMMER, "[12][09]##########", PROVEN, EuropeanFormats::swedish),
                person(EntityKind.SE_PERSONNUMMER, "##########", CHECKED, EuropeanFormats::swedish),
                person(EntityKind.TR_NATIONAL_ID, "[1-9]##########", PROVEN, EuropeanFormats::turkish),
                person(EntityKind.UK_NINO, "@@~##~##~##~[A-D]", CHECKED_FORM, EuropeanFormats::nino));
    }

    /** Austrian insurance number: § 31 ASVG; weights 3 7 9 5 8 4 2 1 6, mod 11. */
    private static boolean svnr(char[] s, int n) {
        int sum = weighted(s, 0, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
        return sum == digit(s, 3) && isDay(number(s, 6, 8), number(s, 4, 6));
    }

    /** Belgian national register number: royal decree of 3 April 1984; 97 less the remainder, with a 2 before it from 2000. */
    private static boolean belgian(char[] s, int n) {
        long body = number(s, 0, 9);
        long check = number(s, 9, 11);
        long month = number(s, 2, 4) % 20;
        return month <= 12
                && number(s, 4, 6) <= 31
                && (check == 97 - body % 97 || check == 97 - (2_000_000_000L + body) % 97);
    }

    /** Bulgarian EGN: ordinance RD-02-20-9 of 2012; weights 2 4 8 5 10 9 7 3 6, mod 11, mod 10. */
    private static boolean egn(char[] s, int n) {
        int sum = weighted(s, 0, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
        return sum == digit(s, 9) && isDay(number(s, 2, 4) % 20, number(s, 4, 6));
    }

    /** Swiss AHV number: a GTIN-13 (GS1 General Specifications 7.9) of country 756. */
    private static boolean ahv(char[] s, int n) {
        return weighted(s, 0, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    /** Czech and Slovak birth number: act 133/2000 Sb. § 13; divisible by 11; women's months plus 50. */
    private static boolean czech(char[] s, int n) {
        return number(s, 0, 10) % 11 == 0 && isDay(number(s, 2, 4) % 50 % 20, number(s, 4, 6));
    }

    /** German tax number: § 139b AO, BZSt: ISO 7064 MOD 11,10, and no digit more than three times in the first ten. */
    private static boolean germanTax(char[] s, int n) {
        for (char digit = '0'; digit <= '9'; digit++) {
            int count = 0;
            for (int i = 0; i < 10; i++) {
                count += s[i] == digit ? 1 : 0;
            }
            if (count > 3) {
                return false;
            }
        }
        return CheckDigits.mod11And10(s, n);
    }

    /** German pension insurance number: VKVV § 2; weights 2 1 2 5 7 1 2 1 2 1 2 1, sums of digits, mod 10. */
    private static boolean germanPension(char[] s, int n) {
        if (n != 12 || !isDay(number(s, 4, 6), number(s, 2, 4) % 50)) {
            return false;
        }
        int letter = s[8] - 'A' + 1;
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            int value = i < 8 ? digit(s, i) : i == 8 ? letter / 10 : i == 9 ? letter % 10 : digit(s, i - 1);
            int product = value * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(s, 11);
    }

    /** German health insurance number: § 290 SGB V, GKV guideline; Luhn from the left over the letter's two digits. */
    private static boolean germanHealth(char[] s, int n) {
        int letter = s[0] - 'A' + 1;
        int sum = letter / 10 + crossSum(letter % 10 * 2);
        for (int i = 1; i < 9; i++) {
            sum += crossSum(digit(s, i) * (i % 2 == 1 ? 1 : 2));
        }
        return sum % 10 == digit(s, 9);
    }

    /** Estonian (EVS 585:2007) and Lithuanian personal code: two rows of weights, mod 11. */
    private static boolean baltic(char[] s, int n) {
        int check = weighted(s, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (check == 10) {
            check = weighted(s, 0, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        return check == digit(s, 10) && isDay(number(s, 3, 5), number(s, 5, 7));
    }

    /** Spanish NIF: Real Decreto 1553/2005; the remainder by 23 chooses the letter. */
    private static boolean nif(char[] s, int n) {
        return SPANISH_LETTERS.charAt((int) (number(s, 0, n - 1) % 23)) == s[n - 1];
    }

    /** Spanish NIE: as the NIF, with X, Y, Z as 0, 1, 2. */
    private static boolean nie(char[] s, int n) {
        long value = (s[0] - 'X') * 10_000_000L + number(s, 1, 8);
        return SPANISH_LETTERS.charAt((int) (value % 23)) == s[8];
    }

    /** Finnish personal identity code: decree 128/2010; the remainder by 31 chooses the symbol. */
    private static boolean finnish(char[] s, int n) {
        long value = number(s, 0, 6) * 1000 + number(s, 7, 10);
        return FINNISH_SYMBOLS.charAt((int) (value % 31)) == s[10] && isDay(number(s, 2, 4), number(s, 0, 2));
    }

    private static boolean finnishDash(char[] s, int n) {
        long value = number(s, 0, 9);
        return FINNISH_SYMBOLS.charAt((int) (value % 31)) == s[9] && isDay(number(s, 2, 4), number(s, 0, 2));
    }

    /** French NIR: INSEE, décret 82-103; 97 less the remainder of the first 13; Corsica's 2A is 19, 2B is 18. */
    private static boolean nir(char[] s, int n) {
        long department = s[6] == 'A' ? 19 : s[6] == 'B' ? 18 : number(s, 5, 7);
        if (s[6] > '9' && s[5] != '2') {
            return false;
        }
        long body = (number(s, 0, 5) * 100 + department) * 1_000_000 + number(s, 7, 13);
        long month = number(s, 3, 5);
        return number(s, 13, 15) == 97 - body % 97 && (month >= 1 && month <= 12 || month >= 20);
    }

    /** Greek AFM: AADE; powers of two, mod 11, mod 10. */
    private static boolean afm(char[] s, int n) {
        return weighted(s, 0, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(s, 8) && number(s, 0, 9) != 0;
    }

    /** Irish PPSN: Revenue, part 38-03; weights 8 to 2, a second letter counts 9, mod 23. */
    private static boolean ppsn(char[] s, int n) {
        int second = n == 9 && s[8] != 'W' ? (s[8] - 'A' + 1) * 9 : 0;
        int sum = (weighted(s, 0, 8, 7, 6, 5, 4, 3, 2) + second) % 23;
        return s[7] == (sum == 0 ? 'W' : 'A' + sum - 1);
    }

    /**
     * Italian codice fiscale: DM 23 December 1976. The form alone (digits where digits stand, a month's letter) is accepted;
     * {@link #hasItalianCheck} tells whether the last letter is right too.
     */
    private static boolean fiscalCode(char[] s, int n) {
        for (int i = 6; i < 15; i++) {
            boolean isLetterPlace = i == 8 || i == 11;
            if (!isLetterPlace && s[i] > '9' && ITALIAN_DIGITS.indexOf(s[i]) < 0) {
                return false;
            }
        }
        return ITALIAN_MONTHS.indexOf(s[8]) >= 0;
    }

    /** Whether the last letter of a codice fiscale checks the others. */
    static boolean hasItalianCheck(char[] s) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = s[i] <= '9' ? s[i] - '0' : s[i] - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD.indexOf('A' + value) : value;
        }
        return s[15] == 'A' + sum % 26;
    }

    /** Dutch BSN: Besluit BSN, bijlage; weights 9 to 2 and -1, mod 11. */
    private static boolean bsn(char[] s, int n) {
        return weighted(s, 0, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0 && number(s, 0, 9) != 0;
    }

    /** Norwegian birth number: Skatteetaten; two check digits, mod 11. */
    private static boolean norwegian(char[] s, int n) {
        return weighted(s, 0, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighted(s, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
                && isDay(number(s, 2, 4) % 40, number(s, 0, 2) % 40);
    }

    /** Polish NIP: act of 13 October 1995; weights 6 5 7 2 3 4 5 6 7, mod 11. */
    private static boolean nip(char[] s, int n) {
        return weighted(s, 0, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(s, 9) && number(s, 0, 9) != 0;
    }

    /** Polish PESEL: act of 24 September 2010; weights 1 3 7 9, mod 10; the century is added to the month. */
    private static boolean pesel(char[] s, int n) {
        return weighted(s, 0, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && isDay(number(s, 2, 4) % 20, number(s, 4, 6));
    }

    /** Portuguese NIF: Decreto-Lei 14/2013; weights 9 to 2, mod 11. */
    private static boolean portuguese(char[] s, int n) {
        int remainder = weighted(s, 0, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (remainder < 2 ? 0 : 11 - remainder) == digit(s, 8);
    }

    /** Romanian CNP: act 105/1996; weights 2 7 9 1 4 6 3 5 8 2 7 9, mod 11, ten is one. */
    private static boolean cnp(char[] s, int n) {
        int check = weighted(s, 0, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return (check == 10 ? 1 : check) == digit(s, 12) && isDay(number(s, 3, 5), number(s, 5, 7));
    }

    /** Russian SNILS: order of the pension fund 9n of 2013; weights 9 to 1, mod 101, mod 100. */
    private static boolean snils(char[] s, int n) {
        return weighted(s, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(s, 9, 11);
    }

    /** Swedish personnummer: Skatteverket SKV 704; Luhn over the last ten, the day plus 60 for co-ordination numbers. */
    private static boolean swedish(char[] s, int n) {
        int from = n - 10;
        return luhn(s, from, n) && isDay(number(s, from + 2, from + 4), number(s, from + 4, from + 6) % 60);
    }

    /** Turkish identity number: NVI; the tenth from odd and even places, the eleventh from the sum. */
    private static boolean turkish(char[] s, int n) {
        int odd = digit(s, 0) + digit(s, 2) + digit(s, 4) + digit(s, 6) + digit(s, 8);
        int even = digit(s, 1) + digit(s, 3) + digit(s, 5) + digit(s, 7);
        int tenth = Math.floorMod(odd * 7 - even, 10);
        return tenth == digit(s, 9) && (odd + even + tenth) % 10 == digit(s, 10);
    }

    /** British national insurance number: HMRC NIM39110: prefixes that are never given. */
    private static boolean nino(char[] s, int n) {
        String pair = "BGGBKNNKNTTNZZ";
        for (int i = 0; i < pair.length(); i += 2) {
            if (s[0] == pair.charAt(i) && s[1] == pair.charAt(i + 1)) {
                return false;
            }
        }
        return "DFIQUV".indexOf(s[0]) < 0 && "DFIOQUV".indexOf(s[1]) < 0;
    }

    private static int crossSum(int value) {
        return value / 10 + value % 10;
    }
}
