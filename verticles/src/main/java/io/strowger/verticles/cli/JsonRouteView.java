package io.strowger.verticles.cli;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.session.Problems;
import java.io.PrintStream;

/** One answer a line, as HTTP gives it; a problem object in the place of a line that was refused. */
final class JsonRouteView implements RouteView {
    private static final int FLUSH_BYTES = 32 << 10;

    private final RoutingEngine engine;
    private final PrintStream out;
    private final JsonWriter json = new JsonWriter(2 * FLUSH_BYTES);

    JsonRouteView(RoutingEngine engine, PrintStream out) {
        this.engine = engine;
        this.out = out;
    }

    @Override
    public void show(RoutedLine line) {
        Problem problem = line.problem() == null ? Problems.of(line.decision()) : line.problem();
        if (problem == null) {
            AnswerWriter.write(
                    line.decision(), line.externalId(), line.decisionNanos(), false, engine.directory(), json);
        } else {
            ProblemWriter.write(problem, line.externalId(), json);
        }
        json.raw('\n');
        if (json.length() >= FLUSH_BYTES) {
            flush();
        }
    }

    @Override
    public void flush() {
        out.write(json.array(), 0, json.length());
        out.flush();
        json.clear();
    }
}
