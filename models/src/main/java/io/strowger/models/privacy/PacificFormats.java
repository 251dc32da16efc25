package io.strowger.models.privacy;

import static io.strowger.models.privacy.CheckDigits.digit;
import static io.strowger.models.privacy.CheckDigits.isDay;
import static io.strowger.models.privacy.CheckDigits.luhn;
import static io.strowger.models.privacy.CheckDigits.number;
import static io.strowger.models.privacy.CheckDigits.verhoeff;
import static io.strowger.models.privacy.CheckDigits.weighted;
import static io.strowger.models.privacy.IdFormat.Strength.BARE;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED_FORM;
import static io.strowger.models.privacy.IdFormat.Strength.COMMON;
import static io.strowger.models.privacy.IdFormat.Strength.PROVEN;
import static io.strowger.models.privacy.IdFormat.person;

import java.util.List;

/** Numbers that states of Asia, Africa and Oceania give to persons. Each check names where its rule is published. */
final class PacificFormats {
    private static final String TAIWAN_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    private static final String SINGAPORE_CITIZENS = "JZIHGFEDCBA";
    private static final String SINGAPORE_FOREIGNERS = "XWUTRQPNMLK";
    private static final String SINGAPORE_NEW_FOREIGNERS = "KLJNPQRTUWX";

    private PacificFormats() {}

    static List<IdFormat> all() {
        return List.of(
                person(EntityKind.AU_TFN, "###~###~###", CHECKED, PacificFormats::tfn),
                person(EntityKind.AU_MEDICARE, "[2-6]###~#####~#", CHECKED, PacificFormats::medicare),
                person(EntityKind.CN_RESIDENT_ID, "[1-9]#{16}[0-9X]", PROVEN, PacificFormats::resident),
                person(EntityKind.HK_ID, "@{1,2}######([0-9A])", PROVEN, PacificFormats::hongKong),
                person(
                        EntityKind.IN_AADHAAR,
                        "[2-9]###~####~####",
                        CHECKED,
                        (s, n) -> verhoeff(s, n) && !palindrome(s)),
                person(EntityKind.IN_PAN, "@{3}[ABCFGHJLPT]@####@", CHECKED_FORM, IdFormat::unchecked),
                person(EntityKind.JP_MY_NUMBER, "####~####~####", CHECKED, PacificFormats::myNumber),
                person(EntityKind.KR_RRN, "######-[1-4]######", CHECKED_FORM, PacificFormats::korean),
                person(EntityKind.KR_RRN, "######[1-4]######", COMMON, PacificFormats::korean),
                person(EntityKind.KR_FRN, "######-[5-8]######", CHECKED_FORM, PacificFormats::korean),
                person(EntityKind.KR_FRN, "######[5-8]######", COMMON, PacificFormats::korean),
                person(EntityKind.NG_NIN, "###########", BARE, PacificFormats::verhoeffChecked),
                person(EntityKind.PH_TIN, "###-###-###-###", CHECKED_FORM, PacificFormats::tin),
                person(EntityKind.PH_TIN, "###-###-###-#####", CHECKED_FORM, PacificFormats::tin),
                person(EntityKind.PH_TIN, "###-###-###", CHECKED, PacificFormats::tin),
                person(EntityKind.SG_NRIC_FIN, "[STFGM]#######@", CHECKED_FORM, PacificFormats::singapore),
                person(EntityKind.SG_NRIC_FIN, "@#######@", COMMON, IdFormat::unchecked),
                person(EntityKind.TH_TNIN, "[1-8]~####~#####~##~#", CHECKED_FORM, PacificFormats::thai),
                person(EntityKind.TW_ID, "@[1289]########", CHECKED_FORM, PacificFormats::taiwan),
                person(EntityKind.ZA_ID_NUMBER, "######~####~###", PROVEN, PacificFormats::southAfrican));
    }

    /** Australian tax file number: ATO; weights 1 4 3 7 5 8 6 9 10, mod 11. */
    private static boolean tfn(char[] s, int n) {
        return weighted(s, 0, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0 && number(s, 0, 9) != 0;
    }

    /** Australian Medicare number: Services Australia; weights 1 3 7 9 1 3 7 9, mod 10, in the ninth place. */
    private static boolean medicare(char[] s, int n) {
        return weighted(s, 0, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(s, 8);
    }

    /** Chinese resident number: GB 11643-1999: a date and ISO 7064 MOD 11-2. */
    private static boolean resident(char[] s, int n) {
        long year = number(s, 6, 10);
        return year >= 1900
                && year < 2100
                && isDay(number(s, 10, 12), number(s, 12, 14))
                && CheckDigits.mod11And2(s, n);
    }

    /** Hong Kong identity card: Immigration Department; weights 9 to 2, a missing first letter counts 36, mod 11. */
    private static boolean hongKong(char[] s, int n) {
        int sum = n == 8 ? 36 * 9 : (s[0] - 'A' + 10) * 9;
        int letter = n == 8 ? 0 : 1;
        sum += (s[letter] - 'A' + 10) * 8 + weighted(s, letter + 1, 7, 6, 5, 4, 3, 2);
        int check = (11 - sum % 11) % 11;
        return s[n - 1] == (check == 10 ? 'A' : (char) ('0' + check));
    }

    private static boolean palindrome(char[] s) {
        for (int i = 0; i < 6; i++) {
            if (s[i] != s[11 - i]) {
                return false;
            }
        }
        return true;
    }

    /** Japanese individual number: ordinance 85 of 2014; weights 6 5 4 3 2 7 6 5 4 3 2, mod 11. */
    private static boolean myNumber(char[] s, int n) {
        int remainder = weighted(s, 0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return (remainder <= 1 ? 0 : 11 - remainder) == digit(s, 11);
    }

    /** Korean registration numbers: a date; the check digit was given up in October 2020. */
    private static boolean korean(char[] s, int n) {
        return isDay(number(s, 2, 4), number(s, 4, 6));
    }

    private static boolean verhoeffChecked(char[] s, int n) {
        return verhoeff(s, n);
    }

    /** Philippine tax number: BIR; weights 9 to 2, mod 11, in the ninth place. */
    private static boolean tin(char[] s, int n) {
        return weighted(s, 0, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(s, 8);
    }

    /** Singaporean NRIC and FIN: Immigration and Checkpoints Authority; weights 2 7 6 5 4 3 2, mod 11 chooses the letter. */
    private static boolean singapore(char[] s, int n) {
        int shift = s[0] == 'T' || s[0] == 'G' ? 4 : s[0] == 'M' ? 3 : 0;
        int index = (weighted(s, 1, 2, 7, 6, 5, 4, 3, 2) + shift) % 11;
        String letters = s[0] == 'S' || s[0] == 'T'
                ? SINGAPORE_CITIZENS
                : s[0] == 'M' ? SINGAPORE_NEW_FOREIGNERS : SINGAPORE_FOREIGNERS;
        return letters.charAt(s[0] == 'M' ? 10 - index : index) == s[8];
    }

    /** Thai identity number: Department of Provincial Administration; weights 13 to 2, mod 11; provinces that exist. */
    private static boolean thai(char[] s, int n) {
        long province = number(s, 1, 3);
        boolean exists = province >= 10 && province <= 27
                || province >= 30 && province <= 49
                || province >= 50 && province <= 58
                || province >= 60 && province <= 67
                || province >= 70 && province <= 77
                || province >= 80 && province <= 86
                || province >= 90 && province <= 96;
        int check = (11 - weighted(s, 0, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10;
        return exists && check == digit(s, 12);
    }

    /** Taiwanese identity number: Ministry of the Interior; the letter is two digits, weights 1 9 8 ... 1 1, mod 10. */
    private static boolean taiwan(char[] s, int n) {
        int letter = TAIWAN_LETTERS.indexOf(s[0]) + 10;
        return (letter / 10 + letter % 10 * 9 + weighted(s, 1, 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0;
    }

    /** South African identity number: Department of Home Affairs; a date, citizenship 0 to 2, Luhn. */
    private static boolean southAfrican(char[] s, int n) {
        return isDay(number(s, 2, 4), number(s, 4, 6)) && digit(s, 10) <= 2 && luhn(s, 0, 13);
    }
}
