package io.strowger.verticles.session;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.BatchFacts;
import io.strowger.engine.explain.Candidate;
import io.strowger.engine.explain.ExplanationText;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.explain.Pickable;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.RoutingStep.Broken;
import io.strowger.engine.explain.RoutingStep.Chosen;
import io.strowger.engine.explain.RoutingStep.Queued;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitingReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes explanations as JSON, each with its sentence. Stateless: any thread, each with its own writer. */
public final class WhyWriter {
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final int THOUSANDTHS = 3;

    private WhyWriter() {}

    /** The steps of a conversation. */
    public static void write(long conversation, long sequence, List<RoutingStep> steps, JsonWriter json) {
        json.beginObject();
        json.name("conversationId").id('c', conversation);
        json.name("sequence").number(sequence);
        json.name("steps").beginArray();
        for (RoutingStep step : steps) {
            json.beginObject();
            json.name("type").text(type(step));
            json.name("sequence").number(step.sequence());
            json.name("time");
            Times.write(step.time(), json);
            json.name("queue").text(step.queue());
            json.name("priority").number(step.priority());
            requirements(step.requirements(), json);
            if (step instanceof Queued queued) {
                queued(queued, json);
            } else if (step instanceof Broken broken) {
                PromiseWriter.broken(broken.promise(), json);
            } else {
                chosen((Chosen) step, json);
            }
            json.name("sentence").text(ExplanationText.of(step));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static String type(RoutingStep step) {
        if (step instanceof Chosen chosen) {
            return chosen.assigned() ? "assigned" : "offered";
        }
        return step instanceof Broken ? "breached" : "queued";
    }

    private static void queued(Queued step, JsonWriter json) {
        json.name("reason").text(word(step.reason()));
        json.name("rule").textOrNull(step.rule());
        json.name("configurationVersion").number(step.version());
        json.name("preferredAgent").textOrNull(step.preferredAgent());
        json.name("tags").beginArray();
        step.tags().forEach(json::text);
        json.endArray();
    }

    private static void chosen(Chosen step, JsonWriter json) {
        json.name("offer").id(step.assigned() ? 'a' : 'o', step.offer());
        json.name("agent").text(step.agent());
        json.name("strategy").text(word(step.strategy()));
        json.name("decidedBy").text(word(step.decidedBy()));
        json.name("candidates").beginArray();
        for (Candidate candidate : step.candidates()) {
            json.beginObject();
            json.name("agent").text(candidate.agent());
            json.name("tier").number(candidate.tier());
            json.name("strategyKey").number(candidate.strategyKey());
            json.name("idleSince");
            Times.write(candidate.idleSince(), json);
            json.name("lastOfferedAt");
            Times.write(candidate.lastOfferedAt(), json);
            json.name("used").number(candidate.used());
            json.name("capacity").number(candidate.capacity());
            json.endObject();
        }
        json.endArray();
        json.name("moreCandidates").flag(step.moreCandidates());
        BatchFacts batch = step.batch();
        if (batch != null) {
            batch(batch, json);
        }
    }

    private static void batch(BatchFacts batch, JsonWriter json) {
        json.name("batch").beginObject();
        json.name("conversations").number(batch.conversations());
        json.name("agents").number(batch.agents());
        json.name("pairs").number(batch.pairs());
        json.name("cost").number(batch.cost());
        json.name("pairCost").number(batch.pairCost());
        json.name("greedyPairs").number(batch.greedyPairs());
        json.name("greedyCost").number(batch.greedyCost());
        json.name("greedyAgent").textOrNull(batch.greedyAgent());
        json.endObject();
    }

    /** Why a conversation waits. */
    public static void write(long conversation, WaitingReport report, JsonWriter json) {
        json.beginObject();
        json.name("conversationId").id('c', conversation);
        json.name("sequence").number(report.sequence());
        json.name("time");
        Times.write(report.time(), json);
        json.name("state").text(AnswerWriter.state(report.state()));
        json.name("waiting").flag(report.isWaiting());
        json.name("queue").textOrNull(report.queue());
        json.name("priority").number(report.priority());
        json.name("queuedAt");
        Times.write(report.queuedAt(), json);
        json.name("position").number(report.position());
        json.name("expectedWait");
        expectedWait(report.estimate(), json);
        json.name("waitingInQueue").number(report.waiting());
        requirements(report.requirements(), json);
        json.name("preferredAgent").textOrNull(report.preferredAgent());
        json.name("counts").beginObject();
        report.counts().forEach((hindrance, count) -> json.name(word(hindrance)).number(count));
        json.endObject();
        json.name("agents").beginArray();
        for (AgentVerdict verdict : report.agents()) {
            json.beginObject();
            verdict(verdict, json);
            json.endObject();
        }
        json.endArray();
        PromiseWriter.write(report.promises(), json);
        json.name("nextChangeAt");
        Times.write(report.nextChangeAt(), json);
        json.name("sentence").text(ExplanationText.of(report));
        json.endObject();
    }

    /** What a conversation has to expect; null where nobody can say. */
    static void expectedWait(@Nullable WaitEstimate estimate, JsonWriter json) {
        WaitEstimate.Method method = estimate == null ? null : estimate.method();
        if (estimate == null || method == null) {
            json.nothing();
            return;
        }
        json.beginObject();
        json.name("p50Seconds").fixed(estimate.medianNanos() / NANOS_A_MILLI, THOUSANDTHS);
        json.name("p90Seconds").fixed(estimate.ninetiethNanos() / NANOS_A_MILLI, THOUSANDTHS);
        json.name("method").text(word(method));
        json.endObject();
    }

    /** What keeps an agent from a conversation. */
    public static void write(long conversation, long sequence, AgentVerdict verdict, JsonWriter json) {
        json.beginObject();
        json.name("conversationId").id('c', conversation);
        json.name("sequence").number(sequence);
        verdict(verdict, json);
        json.endObject();
    }

    /** Writes what an agent can pick as the member {@code waiting} of an object that the caller began and ends. */
    public static void writeMembers(List<Pickable> pickable, JsonWriter json) {
        json.name("waiting").beginArray();
        for (Pickable each : pickable) {
            json.beginObject();
            json.name("conversation").id('c', each.conversation());
            json.name("queue").text(each.queue());
            json.name("priority").number(each.priority());
            json.name("queuedAt");
            Times.write(each.queuedAt(), json);
            json.name("canPick").flag(each.verdict().hindrance() == Hindrance.CAN_PICK);
            verdict(each.verdict(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void verdict(AgentVerdict verdict, JsonWriter json) {
        json.name("agent").text(verdict.agent());
        json.name("hindrance").text(word(verdict.hindrance()));
        json.name("skill").textOrNull(verdict.skill());
        json.name("needed").number(verdict.needed());
        json.name("has").number(verdict.has());
        json.name("until");
        Times.write(verdict.until(), json);
        json.name("sentence").text(ExplanationText.of(verdict));
    }

    private static void requirements(List<Requirement> requirements, JsonWriter json) {
        json.name("requires").beginObject();
        for (Requirement each : requirements) {
            json.name(each.skill());
            if (each.isAbsence()) {
                json.text("never");
            } else if (each.isBounded()) {
                json.beginObject();
                json.name("level").number(each.level());
                json.name("atMost").number(each.most());
                json.endObject();
            } else {
                json.number(each.level());
            }
        }
        json.endObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
