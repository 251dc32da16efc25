package io.strowger.models.privacy;

import static io.strowger.models.privacy.CheckDigits.digit;
import static io.strowger.models.privacy.CheckDigits.luhn;
import static io.strowger.models.privacy.CheckDigits.number;
import static io.strowger.models.privacy.CheckDigits.weighted;
import static io.strowger.models.privacy.IdFormat.Strength.BARE;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED_FORM;
import static io.strowger.models.privacy.IdFormat.Strength.COMMON;
import static io.strowger.models.privacy.IdFormat.Strength.FORM;
import static io.strowger.models.privacy.IdFormat.Strength.PROVEN;
import static io.strowger.models.privacy.IdFormat.format;
import static io.strowger.models.privacy.WordClass.ADDRESS;
import static io.strowger.models.privacy.WordClass.COMPANY;
import static io.strowger.models.privacy.WordClass.HEALTH;
import static io.strowger.models.privacy.WordClass.IDENTITY;
import static io.strowger.models.privacy.WordClass.LICENCE;
import static io.strowger.models.privacy.WordClass.MEDICAL;
import static io.strowger.models.privacy.WordClass.PASSPORT;
import static io.strowger.models.privacy.WordClass.PLATE;
import static io.strowger.models.privacy.WordClass.POSTCODE;
import static io.strowger.models.privacy.WordClass.TAX;

import java.util.ArrayList;
import java.util.List;

/** Passports, identity cards, driving licences, number plates, and the registrations of firms and practitioners. */
final class DocumentFormats {
    /** Two digits each. */
    private static final String GERMAN_DISTRICTS = "01020317203538465152717273747883889398";

    private DocumentFormats() {}

    static List<IdFormat> all() {
        List<IdFormat> all = new ArrayList<>();
        all.addAll(passports());
        all.addAll(licences());
        all.addAll(plates());
        all.addAll(postcodes());
        all.addAll(companies());
        all.addAll(practitioners());
        return all;
    }

    private static List<IdFormat> passports() {
        return List.of(
                format(EntityKind.ES_PASSPORT, "@{3}######", COMMON, IdFormat::unchecked, PASSPORT),
                format(EntityKind.KR_PASSPORT, "[MSRODG]###@####", COMMON, IdFormat::unchecked, PASSPORT),
                format(EntityKind.UK_PASSPORT, "@@#######", COMMON, IdFormat::unchecked, PASSPORT),
                format(
                        EntityKind.DE_PASSPORT,
                        "[CFGHJKL][0-9CFGHJKLMNPRTVWXYZ]{8}",
                        COMMON,
                        DocumentFormats::hasDigits,
                        PASSPORT),
                format(
                        EntityKind.DE_ID_CARD,
                        "[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{8}",
                        COMMON,
                        DocumentFormats::hasDigits,
                        IDENTITY),
                format(EntityKind.US_PASSPORT, "@########", COMMON, IdFormat::unchecked, PASSPORT),
                format(EntityKind.US_PASSPORT, "#########", BARE, IdFormat::unchecked, PASSPORT),
                format(EntityKind.IN_PASSPORT, "[A-PR-WY][1-9]######", COMMON, IdFormat::unchecked, PASSPORT),
                format(EntityKind.KR_PASSPORT, "[MSRODG]########", COMMON, IdFormat::unchecked, PASSPORT),
                format(EntityKind.IN_VOTER, "@{3}#######", COMMON, IdFormat::unchecked, IDENTITY),
                format(EntityKind.IT_IDENTITY_CARD, "C[A-Z]#####@@", FORM, IdFormat::unchecked, IDENTITY),
                format(EntityKind.IT_IDENTITY_CARD, "@@~#######", COMMON, IdFormat::unchecked, IDENTITY),
                format(EntityKind.IT_IDENTITY_CARD, "#######@@", COMMON, IdFormat::unchecked, IDENTITY));
    }

    private static List<IdFormat> licences() {
        return List.of(
                format(
                        EntityKind.UK_DRIVING_LICENCE,
                        "&{5}#[0156]#[0-3]##@&#@@",
                        CHECKED_FORM,
                        DocumentFormats::british,
                        LICENCE),
                format(
                        EntityKind.UK_DRIVING_LICENCE,
                        "&{5}#[0156]#[0-3]##@&&@@",
                        CHECKED_FORM,
                        DocumentFormats::british,
                        LICENCE),
                format(EntityKind.DE_FUEHRERSCHEIN, "@@########@", FORM, IdFormat::unchecked, LICENCE),
                format(EntityKind.DE_FUEHRERSCHEIN, "@##&{6}##", COMMON, DocumentFormats::hasDigits, LICENCE),
                format(EntityKind.IT_DRIVER_LICENSE, "U1&{7}@", FORM, IdFormat::unchecked, LICENCE),
                format(EntityKind.IT_DRIVER_LICENSE, "@@#######@", FORM, IdFormat::unchecked, LICENCE),
                format(
                        EntityKind.KR_DRIVER_LICENSE,
                        "[12]#-##-######-##",
                        CHECKED_FORM,
                        DocumentFormats::koreanRegion,
                        LICENCE));
    }

    private static List<IdFormat> postcodes() {
        return List.of(
                format(
                        EntityKind.UK_POSTCODE,
                        "^{1,2}#[0-9A-Z]? #^^",
                        FORM,
                        DocumentFormats::britishCode,
                        POSTCODE,
                        ADDRESS),
                format(
                        EntityKind.UK_POSTCODE,
                        "@{1,2}#&?~#@@",
                        COMMON,
                        DocumentFormats::britishCode,
                        POSTCODE,
                        ADDRESS),
                format(EntityKind.UK_POSTCODE, "@{1,2}##@@", COMMON, DocumentFormats::britishCode, POSTCODE, ADDRESS));
    }

    private static List<IdFormat> plates() {
        return List.of(
                format(
                        EntityKind.UK_VEHICLE_REGISTRATION,
                        "[A-HJ-PR-Y]{2}##~[A-HJ-PR-Z]{3}",
                        COMMON,
                        DocumentFormats::british51,
                        PLATE),
                format(
                        EntityKind.UK_VEHICLE_REGISTRATION,
                        "[A-HJ-NP-TV-Y]#{1,3} [A-HJ-PR-Z]{3}",
                        COMMON,
                        IdFormat::unchecked,
                        PLATE),
                format(
                        EntityKind.UK_VEHICLE_REGISTRATION,
                        "[A-HJ-PR-Z]{3} #{1,3}[A-HJ-NP-TV-Y]",
                        COMMON,
                        IdFormat::unchecked,
                        PLATE),
                format(EntityKind.DE_KFZ, "^{1,3}_^{1,2}_#{1,4}[HE]?", COMMON, IdFormat::unchecked, PLATE),
                format(EntityKind.DE_KFZ, "^{1,3}-^{1,2}_?#{1,4}[HE]?", FORM, IdFormat::unchecked, PLATE),
                format(EntityKind.FR_PLATE, "^^-###-^^", FORM, IdFormat::unchecked, PLATE),
                format(EntityKind.IN_VEHICLE_REGISTRATION, "@@##@{1,3}####", FORM, IdFormat::unchecked, PLATE),
                format(EntityKind.IN_VEHICLE_REGISTRATION, "@{3}####", COMMON, IdFormat::unchecked, PLATE),
                format(EntityKind.NG_VEHICLE_REGISTRATION, "@{3}-###@@", FORM, IdFormat::unchecked, PLATE),
                format(
                        EntityKind.TR_LICENSE_PLATE,
                        "[0-8]#~@{1,3}~#{2,5}",
                        COMMON,
                        DocumentFormats::turkishProvince,
                        PLATE));
    }

    private static List<IdFormat> companies() {
        return List.of(
                format(EntityKind.DE_VAT_ID, "DE~###~###~###", CHECKED_FORM, IdFormat::unchecked, COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "ATU########", CHECKED_FORM, IdFormat::unchecked, COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "FR&&~###~###~###", FORM, (s, n) -> luhn(s, 4, 13), COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "NL#########B##", CHECKED_FORM, IdFormat::unchecked, COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "BE~[01]###~###~###", FORM, DocumentFormats::belgianVat, COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "IT###########", CHECKED_FORM, (s, n) -> luhn(s, 2, 13), COMPANY, TAX),
                format(EntityKind.EU_VAT_ID, "GB~###~####~##", FORM, IdFormat::unchecked, COMPANY, TAX),
                format(EntityKind.DE_TAX_NUMBER, "##/###/#####", CHECKED_FORM, IdFormat::unchecked, TAX),
                format(EntityKind.DE_TAX_NUMBER, "###/###/#{4,5}", CHECKED_FORM, IdFormat::unchecked, TAX),
                format(EntityKind.DE_TAX_NUMBER, "###/####/####", CHECKED_FORM, IdFormat::unchecked, TAX),
                format(EntityKind.DE_HANDELSREGISTER, "HR[AB]~#{1,6}", PROVEN, IdFormat::unchecked, COMPANY),
                format(EntityKind.ES_CIF, "[ABCDEFGHJNPQRSUVW]~########", CHECKED, DocumentFormats::cif, COMPANY, TAX),
                format(EntityKind.FR_SIREN, "###~###~###", CHECKED, (s, n) -> luhn(s, 0, 9), COMPANY),
                format(EntityKind.FR_SIREN, "###~###~###~#####", CHECKED, (s, n) -> luhn(s, 0, 14), COMPANY),
                format(EntityKind.IT_VAT_CODE, "########~###", CHECKED, DocumentFormats::partitaIva, COMPANY, TAX),
                format(EntityKind.AU_ABN, "##~###~###~###", CHECKED_FORM, DocumentFormats::abn, COMPANY, TAX),
                format(EntityKind.AU_ACN, "###~###~###", CHECKED, DocumentFormats::acn, COMPANY),
                format(EntityKind.IN_GSTIN, "[0-3]#@{5}####@&Z&", PROVEN, IdFormat::unchecked, COMPANY, TAX),
                format(EntityKind.KR_BRN, "###-##-#####", CHECKED_FORM, DocumentFormats::brn, COMPANY, TAX),
                format(
                        EntityKind.SE_ORGANISATIONSNUMMER,
                        "##[2-9]###-####",
                        CHECKED_FORM,
                        (s, n) -> luhn(s, 0, 10),
                        COMPANY),
                format(EntityKind.SG_UEN, "########@", COMMON, IdFormat::unchecked, COMPANY),
                format(EntityKind.SG_UEN, "[12][90]#######@", FORM, IdFormat::unchecked, COMPANY),
                format(EntityKind.SG_UEN, "[TSR]##@@####@", FORM, IdFormat::unchecked, COMPANY));
    }

    private static List<IdFormat> practitioners() {
        return List.of(
                format(EntityKind.UK_NHS, "###~###~####", CHECKED, DocumentFormats::nhs, HEALTH, MEDICAL),
                format(EntityKind.DE_LANR, "#########", CHECKED, DocumentFormats::lanr, MEDICAL),
                format(EntityKind.DE_BSNR, "#########", COMMON, DocumentFormats::bsnr, MEDICAL),
                format(EntityKind.DE_BSNR, "#########", BARE, IdFormat::unchecked, MEDICAL));
    }

    /** Documents of letters and digits have three digits or more: words are no numbers. */
    private static boolean hasDigits(char[] s, int n) {
        int digits = 0;
        for (int i = 0; i < n; i++) {
            digits += s[i] <= '9' ? 1 : 0;
        }
        return digits >= 3;
    }

    /** British licence: DVLA: five letters, nines after a short name, then the birth date around the year's digits. */
    private static boolean british(char[] s, int n) {
        boolean nines = false;
        for (int i = 0; i < 5; i++) {
            boolean isDigit = s[i] <= '9';
            if (isDigit && (s[i] != '9' || i == 0) || nines && !isDigit) {
                return false;
            }
            nines = isDigit;
        }
        return CheckDigits.isDay(number(s, 6, 8) % 50, number(s, 8, 10));
    }

    /** British plates since 2001: DVLA INF104: ages 02 to 29 and 51 to 79. */
    private static boolean british51(char[] s, int n) {
        long age = number(s, 2, 4);
        return age >= 2 && age <= 29 || age >= 51 && age <= 79;
    }

    /** British postcodes: BS 7666: letters that never stand at the beginning, second, or in the inward part. */
    private static boolean britishCode(char[] s, int n) {
        boolean hasTwo = s[1] > '9';
        return "QVX".indexOf(s[0]) < 0
                && !(hasTwo && "IJZ".indexOf(s[1]) >= 0)
                && "CIKMOV".indexOf(s[n - 1]) < 0
                && "CIKMOV".indexOf(s[n - 2]) < 0;
    }

    private static boolean koreanRegion(char[] s, int n) {
        long region = number(s, 0, 2);
        return region >= 11 && region <= 28;
    }

    private static boolean turkishProvince(char[] s, int n) {
        long province = number(s, 0, 2);
        return province >= 1 && province <= 81;
    }

    /** Belgian enterprise number: KBO: 97 less the remainder of the first eight digits. */
    private static boolean belgianVat(char[] s, int n) {
        return 97 - number(s, 2, 10) % 97 == number(s, 10, 12);
    }

    /** Spanish CIF: Orden EHA/451/2008: as Luhn over seven digits; here the form with a digit at the end. */
    private static boolean cif(char[] s, int n) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int value = digit(s, i) * (i % 2 == 1 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == digit(s, 8);
    }

    /** Italian VAT code: DPR 633/1972: Luhn, the office from 001 to 100 or a few more. */
    private static boolean partitaIva(char[] s, int n) {
        long office = number(s, 7, 10);
        boolean exists =
                office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999;
        return exists && luhn(s, 0, 11);
    }

    /** Australian business number: ABR: the first digit less one, weights 10 1 3 5 ... 19, mod 89. */
    private static boolean abn(char[] s, int n) {
        return (weighted(s, 0, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0 && digit(s, 0) > 0;
    }

    /** Australian company number: ASIC: weights 8 to 1, mod 10. */
    private static boolean acn(char[] s, int n) {
        return (10 - weighted(s, 0, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10 == digit(s, 8) && number(s, 0, 9) != 0;
    }

    /** Korean business number: National Tax Service: weights 1 3 7 1 3 7 1 3 5, and the tens of the last product. */
    private static boolean brn(char[] s, int n) {
        int sum = weighted(s, 0, 1, 3, 7, 1, 3, 7, 1, 3, 5) + digit(s, 8) * 5 / 10;
        return (10 - sum % 10) % 10 == digit(s, 9);
    }

    /** NHS number: NHS Data Dictionary: weights 10 to 2, mod 11. */
    private static boolean nhs(char[] s, int n) {
        int check = 11 - weighted(s, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 11 ? 0 : check) == digit(s, 9) && number(s, 0, 9) != 0;
    }

    /** German practice's number: KBV guideline to § 75 SGB V: it begins with an association's district. */
    private static boolean bsnr(char[] s, int n) {
        for (int i = 0; i < GERMAN_DISTRICTS.length(); i += 2) {
            if (GERMAN_DISTRICTS.charAt(i) == s[0] && GERMAN_DISTRICTS.charAt(i + 1) == s[1]) {
                return true;
            }
        }
        return false;
    }

    /** German doctor's number: KBV guideline to § 75 SGB V: weights 4 9 over six digits, mod 10, in the seventh place. */
    private static boolean lanr(char[] s, int n) {
        return (10 - weighted(s, 0, 4, 9, 4, 9, 4, 9) % 10) % 10 == digit(s, 6) && number(s, 0, 7) != 0;
    }
}
