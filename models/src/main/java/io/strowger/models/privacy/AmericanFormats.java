package io.strowger.models.privacy;

import static io.strowger.models.privacy.CheckDigits.digit;
import static io.strowger.models.privacy.CheckDigits.isAllSame;
import static io.strowger.models.privacy.CheckDigits.isDay;
import static io.strowger.models.privacy.CheckDigits.luhn;
import static io.strowger.models.privacy.CheckDigits.number;
import static io.strowger.models.privacy.CheckDigits.weighted;
import static io.strowger.models.privacy.IdFormat.Strength.BARE;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED_FORM;
import static io.strowger.models.privacy.IdFormat.Strength.FORM;
import static io.strowger.models.privacy.IdFormat.Strength.PROVEN;
import static io.strowger.models.privacy.IdFormat.format;
import static io.strowger.models.privacy.IdFormat.person;

import java.util.List;

/** Numbers that American states give to persons, practitioners and banks. Each check names where its rule is published. */
final class AmericanFormats {
    private static final String MEXICAN_SYMBOLS = "0123456789ABCDEFGHIJKLMN?OPQRSTUVWXYZ";

    private AmericanFormats() {}

    static List<IdFormat> all() {
        return List.of(
                person(EntityKind.US_SSN, "###-##-####", CHECKED_FORM, AmericanFormats::ssn),
                person(EntityKind.US_SSN, "### ## ####", CHECKED_FORM, AmericanFormats::ssn),
                person(EntityKind.US_SSN, "###.##.####", FORM, AmericanFormats::ssn),
                person(EntityKind.US_SSN, "#########", BARE, AmericanFormats::ssn),
                person(EntityKind.US_ITIN, "9##-[5-9]#-####", CHECKED_FORM, AmericanFormats::itin),
                person(EntityKind.US_ITIN, "9##~[5-9]#~####", BARE, AmericanFormats::itin),
                person(
                        EntityKind.US_MBI,
                        "[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]#~[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]#"
                                + "~[AC-HJKMNP-RT-Y]{2}##",
                        CHECKED_FORM,
                        IdFormat::unchecked),
                format(EntityKind.ABA_ROUTING_NUMBER, "#########", CHECKED, AmericanFormats::routing, WordClass.BANK),
                format(EntityKind.ABA_ROUTING_NUMBER, "####-####-#", CHECKED, AmericanFormats::routing, WordClass.BANK),
                format(EntityKind.US_NPI, "[12]#########", CHECKED, AmericanFormats::npi, WordClass.MEDICAL),
                format(
                        EntityKind.MEDICAL_LICENSE,
                        "[ABCDEFGHJKLMPRSTUX]@#######",
                        CHECKED_FORM,
                        AmericanFormats::dea,
                        WordClass.MEDICAL),
                person(EntityKind.CA_SIN, "[1-9]##~###~###", CHECKED, AmericanFormats::sin),
                person(EntityKind.BR_CPF, "###~###~###~##", PROVEN, AmericanFormats::cpf),
                format(
                        EntityKind.BR_CNPJ,
                        "##~###~###~####~##",
                        PROVEN,
                        AmericanFormats::cnpj,
                        WordClass.COMPANY,
                        WordClass.TAX),
                person(EntityKind.MX_CURP, "@{4}######[HMX]@{5}&#", PROVEN, AmericanFormats::curp),
                person(EntityKind.MX_RFC, "@{3,4}_?######_?&{2}[0-9A]", FORM, AmericanFormats::rfc),
                person(EntityKind.AR_CUIT, "##~########~#", PROVEN, AmericanFormats::cuit),
                person(EntityKind.CL_RUT, "#{1,2}.###.###-[0-9K]", PROVEN, AmericanFormats::rut),
                person(EntityKind.CL_RUT, "#{7,8}-[0-9K]", CHECKED_FORM, AmericanFormats::rut));
    }

    /** US social security number: SSA POMS RM 10201.035: areas, groups and serials that are never given. */
    private static boolean ssn(char[] s, int n) {
        long area = number(s, 0, 3);
        return area != 0
                && area != 666
                && area < 900
                && number(s, 3, 5) != 0
                && number(s, 5, 9) != 0
                && number(s, 0, 9) != 123_456_789
                && !isAllSame(s, n);
    }

    /** US taxpayer number of persons without an SSN: IRS IRM 3.21.263: groups 50-65, 70-88, 90-92, 94-99. */
    private static boolean itin(char[] s, int n) {
        long group = number(s, 3, 5);
        return group <= 65 || group >= 70 && group != 89 && group != 93;
    }

    /** US routing number: ABA key to routing numbers; weights 3 7 1, mod 10; the districts that exist. */
    private static boolean routing(char[] s, int n) {
        long district = number(s, 0, 2);
        boolean exists = district <= 12
                || district >= 21 && district <= 32
                || district >= 61 && district <= 72
                || district == 80;
        return exists && number(s, 0, 9) != 0 && weighted(s, 0, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    /** US provider number: CMS, 45 CFR 162: Luhn with 80840 before it, which adds 24. */
    private static boolean npi(char[] s, int n) {
        int sum = 24;
        for (int i = 0; i < 9; i++) {
            int value = digit(s, i) * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return (10 - sum % 10) % 10 == digit(s, 9);
    }

    /** US DEA number: 21 CFR 1301; the odd digits and twice the even ones, mod 10. */
    private static boolean dea(char[] s, int n) {
        return weighted(s, 2, 1, 2, 1, 2, 1, 2) % 10 == digit(s, 8);
    }

    /** Canadian social insurance number: Employment and Social Development Canada; Luhn. */
    private static boolean sin(char[] s, int n) {
        return luhn(s, 0, 9) && !isAllSame(s, n);
    }

    /** Brazilian CPF: Receita Federal; two check digits, weights 10 to 2 and 11 to 2, mod 11. */
    private static boolean cpf(char[] s, int n) {
        int first = weighted(s, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = weighted(s, 0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return first == digit(s, 9) && second == digit(s, 10) && !isAllSame(s, n);
    }

    /** Brazilian CNPJ: Receita Federal; two check digits, mod 11. */
    private static boolean cnpj(char[] s, int n) {
        int first = weighted(s, 0, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        int second = weighted(s, 0, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (first < 2 ? 0 : 11 - first) == digit(s, 12)
                && (second < 2 ? 0 : 11 - second) == digit(s, 13)
                && !isAllSame(s, n);
    }

    /** Mexican CURP: RENAPO, Instructivo normativo of 2021; weights 18 to 2 in base 37, mod 10. */
    private static boolean curp(char[] s, int n) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += MEXICAN_SYMBOLS.indexOf(s[i]) * (18 - i);
        }
        return (10 - sum % 10) % 10 == digit(s, 17) && isDay(number(s, 6, 8), number(s, 8, 10));
    }

    /** Mexican RFC: SAT; three or four letters and a date. */
    private static boolean rfc(char[] s, int n) {
        int date = n - 9;
        return isDay(number(s, date + 2, date + 4), number(s, date + 4, date + 6));
    }

    /** Argentine CUIT: AFIP; weights 5 4 3 2 7 6 5 4 3 2, mod 11; kinds 20-27, 30-34. */
    private static boolean cuit(char[] s, int n) {
        long kind = number(s, 0, 2);
        boolean exists = kind >= 20 && kind <= 27 || kind == 30 || kind == 33 || kind == 34;
        return exists && (11 - weighted(s, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(s, 10);
    }

    /** Chilean RUT: Registro Civil; weights 2 to 7 from the right, mod 11, ten is K. */
    private static boolean rut(char[] s, int n) {
        int sum = 0;
        for (int i = n - 2, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
            sum += digit(s, i) * weight;
        }
        int check = (11 - sum % 11) % 11;
        return s[n - 1] == (check == 10 ? 'K' : (char) ('0' + check));
    }
}
