package io.strowger.verticles.config;

import io.strowger.engine.configuration.RulePreference;

/** Reads whom a rule's conversations wait for first. */
final class PreferenceReader {
    static final String KEY = "prefer";
    private static final long USUAL_NANOS = 30_000_000_000L;

    private PreferenceReader() {}

    static RulePreference read(Fields rule) {
        Fields fields = rule.section(KEY);
        if (fields == null) {
            return RulePreference.NONE;
        }
        RulePreference preference = new RulePreference(
                fields.text("attribute"), fields.nanos("for", USUAL_NANOS), fields.truth("onlyIfFree", false));
        fields.end();
        return preference;
    }
}
