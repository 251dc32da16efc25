package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The part of the binary form that says whom conversations wait for first. */
final class PreferenceCodec {
    private PreferenceCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        for (RuleConfiguration rule : configuration.rules()) {
            out.writeText(rule.preference().attribute());
            out.writeLong(rule.preference().forNanos());
            out.writeBoolean(rule.preference().onlyIfFree());
        }
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        List<RuleConfiguration> rules = new ArrayList<>();
        for (RuleConfiguration rule : before.rules()) {
            rules.add(rule.with(new RulePreference(in.readText(), in.readLong(), in.readBoolean())));
        }
        return before.withRules(rules);
    }
}
