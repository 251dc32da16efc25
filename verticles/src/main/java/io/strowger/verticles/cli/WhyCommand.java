package io.strowger.verticles.cli;

import io.strowger.verticles.Ids;
import io.strowger.verticles.config.ServerConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code why}: asks a running server why a conversation is where it is. */
@Command(
        name = "why",
        description = {
            "Tell why a conversation is where it is: the rule, who could be asked, what decided.",
            "With --waiting why it still waits, with --not why an agent does not get it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger why c-3f",
            "  ./strowger why c-3f --waiting",
            "  ./strowger why c-3f --not ada",
            "  ./strowger why c-3f --json --server http://10.0.0.7:8080 --token-file admin.token"
        })
final class WhyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CONVERSATION", description = "The conversationId of an answer, such as c-3f.")
    private String conversation = "";

    @ArgGroup(exclusive = true)
    private @Nullable Question question;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--json", description = "The server's answer, one line of JSON, instead of sentences.")
    private boolean json;

    private static final class Question {
        @Option(names = "--waiting", description = "Why it still waits: what keeps each agent of its queue from it.")
        private boolean waiting;

        @Option(names = "--not", paramLabel = "AGENT", description = "Why this agent does not get it.")
        private @Nullable String agent;
    }

    WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Ids.parseConversation(conversation) == Ids.INVALID) {
            throw CommandFailure.wrongCall("'" + conversation
                    + "' is no conversation's id; that is the conversationId of an answer, such as c-3f");
        }
        if (question != null && question.agent != null && question.agent.isBlank()) {
            throw CommandFailure.wrongCall("--not needs the id of an agent, such as ada");
        }
        ServerConfig config = serverOptions.config(console);
        JsonObject answer = new ServerClient(serverOptions.address(config), serverOptions.token(console, config))
                .call("GET", "/api/v1/conversations/" + encoded(conversation) + path(), null);
        if (json) {
            console.out().println(answer.encode());
        } else {
            print(answer, console.out());
        }
        return ExitCode.DONE;
    }

    private String path() {
        if (question != null && question.waiting) {
            return "/why-waiting";
        }
        return question == null || question.agent == null ? "/why" : "/why-not?agent=" + encoded(question.agent);
    }

    private static void print(JsonObject answer, PrintStream out) {
        for (Object each : answer.getJsonArray("steps", new JsonArray())) {
            JsonObject step = (JsonObject) each;
            out.println(step.getString("time") + "  " + step.getString("sentence"));
        }
        if (answer.containsKey("sentence")) {
            out.println(answer.getString("sentence"));
        }
        for (Object each : answer.getJsonArray("agents", new JsonArray())) {
            out.println("  " + ((JsonObject) each).getString("sentence"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
