package io.strowger.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A pipelining client of the line protocol, for one thread. */
final class TcpClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final BufferedWriter out;
    private final BufferedReader in;

    TcpClient(int port, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
        send("{\"token\":\"" + token + "\"}");
        flush();
        JsonNode welcome = read();
        if (!welcome.path("ok").asBoolean()) {
            throw new IOException("refused: " + welcome);
        }
    }

    void send(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The next answer. */
    JsonNode read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the server closed the connection");
        }
        return JSON.readTree(line);
    }

    /** Sends all lines with at most that many unanswered ones, and returns the answers in the order they came. */
    List<JsonNode> pipeline(List<String> lines, int depth) throws IOException {
        List<JsonNode> answers = new ArrayList<>(lines.size());
        int sent = 0;
        while (answers.size() < lines.size()) {
            while (sent < lines.size() && sent - answers.size() < depth) {
                send(lines.get(sent++));
            }
            flush();
            answers.add(read());
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
