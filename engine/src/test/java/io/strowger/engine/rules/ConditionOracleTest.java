package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.models.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Our evaluators against CEL's own runtime, on random conditions and messages. */
class ConditionOracleTest {
    private static final long SEED = 20_261_121;
    private static final int CONDITIONS = 3_000;
    private static final int MESSAGES = 24;
    private static final int EVALUATIONS = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final CelCompiler checker = checker();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(ConditionCompiler.options())
            .build();

    @Test
    void shouldDecideLikeCelWhenConditionsAndMessagesAreRandom() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int index = 0; index < MESSAGES; index++) {
            samples.add(sample());
        }
        RandomConditions conditions = new RandomConditions(SEED);
        ConditionCompiler compiler = new ConditionCompiler();
        int held = 0;
        for (int index = 0; index < CONDITIONS; index++) {
            String text = conditions.next();
            CelRuntime.Program program = program(text);
            Compilation compilation = compiler.compile(text);
            assertThat(compilation).as(text).isInstanceOf(Compiled.class);
            Condition condition = ((Compiled) compilation).condition();
            for (int turn = 0; turn < EVALUATIONS; turn++) {
                Sample sample = samples.get(random.nextInt(MESSAGES));
                boolean expected = holds(program, sample.variables);
                assertThat(condition.holds(sample.input))
                        .as("%s on %s", text, sample.variables)
                        .isEqualTo(expected);
                held += expected ? 1 : 0;
            }
        }
        assertThat(held).isBetween(CONDITIONS / 2, CONDITIONS * EVALUATIONS - CONDITIONS / 2);
    }

    private CelRuntime.Program program(String text) throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree tree = checker.compile(text).getAst();
        return runtime.createProgram(tree);
    }

    /** CEL's error, and its unknown for a variable that is not given, are what we call missing. */
    private static boolean holds(CelRuntime.Program program, Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private static CelCompiler checker() {
        ConditionSchema schema = new ConditionSchema();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(ConditionCompiler.options())
                .setStandardMacros(CelStandardMacro.HAS)
                .setTypeProvider(schema)
                .setResultType(SimpleType.BOOL);
        schema.variables().forEach(builder::addVar);
        return builder.build();
    }

    private Sample sample() {
        Messages messages = new Messages();
        Map<String, Object> variables = new HashMap<>();
        String text = any(RandomConditions.WORDS) + " " + any(RandomConditions.WORDS);
        messages.text("web-chat", text);
        variables.put("channel", "web-chat");
        variables.put("text", text);
        Map<String, Object> contact = new HashMap<>();
        maybe(contact, "id", messages.message.contactId);
        maybe(contact, "name", messages.message.contactName);
        maybe(contact, "tier", messages.message.contactTier);
        maybe(contact, "language", messages.message.contactLanguage);
        variables.put("contact", contact);
        maybe(variables, "conversation", messages.message.conversationKey);
        maybe(variables, "externalId", messages.message.externalId);
        Map<String, String> attributes = new HashMap<>();
        for (String key : RandomConditions.KEYS) {
            if (random.nextInt(3) > 0) {
                attributes.put(key, any(random.nextBoolean() ? RandomConditions.WORDS : RandomConditions.NUMBERS));
            }
        }
        messages.attributes(attributes);
        variables.put("attributes", attributes);
        variables.put("analysis", analysis(messages));
        return new Sample(messages.input(), variables);
    }

    private Map<String, Object> analysis(Messages messages) {
        Map<String, Object> analysis = new HashMap<>();
        for (Head head : Head.values()) {
            if (random.nextInt(4) > 0) {
                String label = any(RandomConditions.WORDS);
                int confidence = random.nextInt(11);
                messages.answer(head, label, confidence / 10.0);
                Map<String, Object> answer = new HashMap<>(Map.of("label", label, "confidence", confidence / 10.0));
                if (head == Head.SENTIMENT) {
                    int score = random.nextInt(21) - 10;
                    messages.score(score / 10.0);
                    answer.put("score", score / 10.0);
                }
                analysis.put(ConditionSchema.name(head), answer);
            }
        }
        return analysis;
    }

    private void maybe(Map<String, Object> variables, String name, Bytes field) {
        String value = any(RandomConditions.WORDS);
        if (random.nextInt(3) > 0 && !value.isEmpty()) {
            field.set(Bytes.of(value));
            variables.put(name, value);
        }
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Sample(RuleInput input, Map<String, Object> variables) {}
}
