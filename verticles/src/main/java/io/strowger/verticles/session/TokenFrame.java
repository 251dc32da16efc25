package io.strowger.verticles.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The first line or frame of a session: an object with the token. Stateless: any thread. */
public final class TokenFrame {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenFrame() {}

    /** The token, null when the bytes are no such object. */
    public static @Nullable String token(byte[] json, int offset, int length) {
        try {
            JsonNode token = JSON.readTree(json, offset, length).path("token");
            return token.isTextual() ? token.textValue() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
