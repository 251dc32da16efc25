package io.strowger.verticles.config;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.engine.rules.RuleInput;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.util.ArrayList;
import java.util.List;

/** Sends real texts through the shipped models and an organization's rules. */
final class RuleTrial {
    private static final TextAnalyzer ANALYZER = InlineModels.builtin();

    private final RuleSet rules;
    private final RuleOutcome outcome = new RuleOutcome();

    RuleTrial(OrganizationConfiguration organization) {
        rules = new CelRuleCompiler().compile(organization);
    }

    /** Where the text goes; valid until the next one. */
    RuleOutcome route(String channel, String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of(channel));
        message.text.set(Bytes.of(text));
        Analysis found = new Analysis();
        ANALYZER.analyze(message.text.array(), 0, message.text.length(), found);
        List<String> names = new ArrayList<>();
        for (Head head : Head.values()) {
            names.addAll(ANALYZER.labels(head));
        }
        NameTable table = NameTable.EMPTY.with(names);
        Analysis numbered = new Analysis();
        for (Head head : Head.values()) {
            if (found.label(head) != Analysis.NONE) {
                String label = ANALYZER.labels(head).get(found.label(head));
                numbered.set(head, table.number(label), found.confidence(head));
            }
        }
        numbered.sentimentScore(found.sentimentScore());
        rules.evaluate(new RuleInput().over(message, numbered, table), outcome);
        return outcome;
    }
}
