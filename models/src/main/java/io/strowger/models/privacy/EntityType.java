package io.strowger.models.privacy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a found piece of text is, as policies see it. Where Microsoft Presidio has a name for it, that name is used, so that
 * configurations carry over. The word is what a masked text shows in its place.
 */
public enum EntityType {
    CREDIT_CARD("card", true),
    IBAN_CODE("iban", true),
    /** An account or routing number other than an IBAN. */
    BANK_ACCOUNT("account", true),
    CRYPTO("wallet", true),
    PHONE_NUMBER("phone", true),
    EMAIL_ADDRESS("email", true),
    URL("url", true),
    IP_ADDRESS("ip", true),
    MAC_ADDRESS("mac", true),
    DATE_TIME("date", true),
    /** A number that the state gave to a person, other than the ones below. */
    NATIONAL_ID("national-id", true),
    TAX_ID("tax-id", true),
    HEALTH_ID("health-id", true),
    /** A company's registration; not personal, but a sole trader's is. */
    COMPANY_ID("company-id", true),
    PROFESSIONAL_LICENSE("licence", true),
    PASSPORT("passport", true),
    DRIVER_LICENSE("driving-licence", true),
    VEHICLE_REGISTRATION("plate", true),
    ZIP_CODE("postcode", true),
    STREET_ADDRESS("address", true),
    PERSON("name", true),
    AGE("age", true),
    /** Nationality, religious or political group. */
    NRP("group", true),
    /** A country, region or town. */
    GPE("place", true),
    USER_NAME("user", true),
    PASSWORD("password", true),
    /** A key or token of a program. */
    SECRET_KEY("secret", true),
    ONE_TIME_CODE("code", true),
    TITLE("title", false),
    ORGANIZATION("organization", false),
    AMOUNT("amount", false),
    ORDER_NUMBER("order", false),
    TRACKING_NUMBER("tracking", false);

    private static final EntityType[] VALUES = values();

    private final String word;
    private final boolean isPersonal;

    EntityType(String word, boolean isPersonal) {
        this.word = word;
        this.isPersonal = isPersonal;
    }

    /** The word for people, in lower case: {@code card}. */
    public String word() {
        return word;
    }

    /** Whether it is masked unless a policy says otherwise. */
    public boolean isPersonal() {
        return isPersonal;
    }

    /** The type of a name ({@code CREDIT_CARD}, {@code credit-card}) or a word ({@code card}), in any case; or null. */
    public static @Nullable EntityType of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (EntityType type : VALUES) {
            if (type.name().equals(wanted)
                    || type.word.toUpperCase(Locale.ROOT).replace('-', '_').equals(wanted)) {
                return type;
            }
        }
        return null;
    }
}
