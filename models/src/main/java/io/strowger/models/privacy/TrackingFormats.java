package io.strowger.models.privacy;

import static io.strowger.models.privacy.CheckDigits.digit;
import static io.strowger.models.privacy.CheckDigits.number;
import static io.strowger.models.privacy.CheckDigits.weighted;
import static io.strowger.models.privacy.EntityKind.ORDER_NUMBER;
import static io.strowger.models.privacy.EntityKind.TRACKING_NUMBER;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED;
import static io.strowger.models.privacy.IdFormat.Strength.CHECKED_FORM;
import static io.strowger.models.privacy.IdFormat.Strength.FORM;
import static io.strowger.models.privacy.IdFormat.Strength.PROVEN;
import static io.strowger.models.privacy.IdFormat.format;
import static io.strowger.models.privacy.WordClass.ORDER;
import static io.strowger.models.privacy.WordClass.TRACKING;

import java.util.List;

/** Carriers' tracking numbers with a published check digit or a form of their own. */
final class TrackingFormats {
    private TrackingFormats() {}

    static List<IdFormat> all() {
        return List.of(
                format(TRACKING_NUMBER, "1Z~&{3}~&{3}~&{2}~&{4}~&{3}#", PROVEN, TrackingFormats::ups, TRACKING, ORDER),
                format(TRACKING_NUMBER, "@@~###~###~###~@@", PROVEN, TrackingFormats::universalPostal, TRACKING, ORDER),
                format(
                        TRACKING_NUMBER,
                        "9[1-5]##~####~####~####~####~##",
                        PROVEN,
                        TrackingFormats::usps,
                        TRACKING,
                        ORDER),
                format(TRACKING_NUMBER, "9[1-5]##~####~####~####~####", PROVEN, TrackingFormats::usps, TRACKING, ORDER),
                format(TRACKING_NUMBER, "####~####~####", CHECKED, TrackingFormats::fedex, TRACKING),
                format(TRACKING_NUMBER, "##########", CHECKED, TrackingFormats::dhl, TRACKING),
                format(TRACKING_NUMBER, "J[JV]D#{11,18}", FORM, IdFormat::unchecked, TRACKING, ORDER),
                format(TRACKING_NUMBER, "TBA#{12}", CHECKED_FORM, IdFormat::unchecked, TRACKING, ORDER),
                format(ORDER_NUMBER, "###-#######-#######", CHECKED_FORM, IdFormat::unchecked, ORDER, TRACKING));
    }

    /** UPS 1Z: UPS guide to labeling: letters count 2 to 9 and 0 onward, odd places once, even ones twice, mod 10. */
    private static boolean ups(char[] s, int n) {
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            int value = s[i] <= '9' ? s[i] - '0' : (s[i] - 'A' + 2) % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return n == 18 && (10 - sum % 10) % 10 == digit(s, 17);
    }

    /** S10: Universal Postal Union standard S10-12: weights 8 6 4 2 3 5 9 7, mod 11. */
    private static boolean universalPostal(char[] s, int n) {
        int check = 11 - weighted(s, 2, 8, 6, 4, 2, 3, 5, 9, 7) % 11;
        return (check == 10 ? 0 : check == 11 ? 5 : check) == digit(s, 10);
    }

    /** USPS: publication 199: threes and ones from the right, mod 10. */
    private static boolean usps(char[] s, int n) {
        int sum = 0;
        for (int i = n - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += digit(s, i) * weight;
        }
        return (10 - sum % 10) % 10 == digit(s, n - 1);
    }

    /** FedEx Express, twelve digits: FedEx web services guide: weights 3 1 7, mod 11, mod 10. */
    private static boolean fedex(char[] s, int n) {
        return weighted(s, 0, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1) % 11 % 10 == digit(s, 11);
    }

    /** DHL Express, ten digits: DHL Express developer portal: the remainder of the first nine by seven. */
    private static boolean dhl(char[] s, int n) {
        return number(s, 0, 9) % 7 == digit(s, 9);
    }
}
