package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.strowger.engine.configuration.OrganizationConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationUploadTest {
    private final OrganizationConfiguration demo = OrganizationFiles.read(Path.of("../conf/demo"));
    private HttpServer server;
    private volatile int version = 7;
    private volatile int putStatus = 200;
    private volatile String received = "";
    private volatile String condition = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/configuration", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldReplaceExactlyTheVersionThatItRead() {
        assertThat(upload("secret").apply(demo)).isEqualTo("\"8\"");
        assertThat(condition).isEqualTo("\"7\"");
        assertThat(OrganizationDocument.json(received, "received").configuration())
                .isEqualTo(demo);
    }

    @Test
    void shouldSayWhyWhenTheServerRefuses() {
        putStatus = 412;
        assertThatThrownBy(() -> upload("secret").apply(demo))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("somebody else changed the configuration just now")
                .hasMessageContaining("(status 412): because");
        putStatus = 422;
        assertThatThrownBy(() -> upload("secret").apply(demo))
                .hasMessageContaining("the server refuses the configuration (status 422): because");
        assertThatThrownBy(() -> upload("wrong").apply(demo))
                .hasMessageContaining("(status 401)")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        server.stop(0);
        assertThatThrownBy(() -> upload("secret").apply(demo)).hasMessageContaining("the server can't be reached");
    }

    private OrganizationUpload upload(String token) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new OrganizationUpload(uri, new Secret(token));
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        } else if (exchange.getRequestMethod().equals("PUT")) {
            status = putStatus;
            condition = exchange.getRequestHeaders().getFirst("If-Match");
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            version += status == 200 ? 1 : 0;
        }
        exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
        byte[] body = "{\"detail\":\"because\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
