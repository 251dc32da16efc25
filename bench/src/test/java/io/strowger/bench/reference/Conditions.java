package io.strowger.bench.reference;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-written conditions, named by words: what conditions mean is tested elsewhere, here they only have to differ. */
final class Conditions {
    static final List<String> NAMES = List.of("always", "gold", "urgent", "angry", "german", "refund", "vip", "never");

    private static final Bytes VIP = Bytes.of("vip");

    private Conditions() {}

    static List<Condition> of(OrganizationConfiguration configuration) {
        return configuration.rules().stream().map(rule -> of(rule.condition())).toList();
    }

    static RuleSet ruleSet(OrganizationConfiguration configuration) {
        return new RuleSet(configuration, of(configuration));
    }

    private static Condition of(String name) {
        return switch (name) {
            case "always" -> input -> true;
            case "gold" -> input -> input.message().contactTier.toText().equals("gold");
            case "urgent" ->
                input -> input.analysis().label(Head.URGENCY) >= 0
                        && input.analysis().confidence(Head.URGENCY) > 5_000;
            case "angry" -> input -> input.analysis().sentimentScore() < -3_000;
            case "german" ->
                input -> isLabel(input.label(Head.LANGUAGE), "de")
                        || input.message().contactLanguage.toText().equals("de");
            case "refund" -> input -> isLabel(input.label(Head.INTENT), "refund");
            case "vip" -> input -> input.attribute(VIP) != null;
            case "never" -> input -> false;
            default ->
                throw new IllegalArgumentException("rule condition '" + name + "' is not known; use one of " + NAMES);
        };
    }

    private static boolean isLabel(@Nullable Bytes label, String wanted) {
        return label != null && label.toText().equals(wanted);
    }
}
