package io.strowger.verticles.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.channels.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies the tokens of one data directory: JSON Web Tokens signed with ES256, with the claims {@code org},
 * {@code sub}, {@code roles} and {@code exp}. Needs no running server. Any thread; verifying a token that was verified
 * before costs a look-up.
 */
public final class Tokens {
    private static final String ALGORITHM = "ES256";
    private static final int MAX_TOKEN_CHARACTERS = 4_096;
    private static final int MAX_CACHED = 4_096;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SigningKey key;
    private final InstantSource clock;
    private final long skewSeconds;
    private final ConcurrentHashMap<String, Identity> verified = new ConcurrentHashMap<>();

    private Tokens(SigningKey key, InstantSource clock, Duration clockSkew) {
        this.key = key;
        this.clock = clock;
        this.skewSeconds = clockSkew.toSeconds();
    }

    /**
     * The tokens of a data directory, whose key is made on the first call.
     *
     * @param clockSkew how far clocks may differ
     * @throws IOException when the key can't be read or made
     */
    public static Tokens open(Path dataDirectory, InstantSource clock, Duration clockSkew) throws IOException {
        return new Tokens(SigningKey.open(dataDirectory.resolve("keys")), clock, clockSkew);
    }

    /**
     * Makes a token.
     *
     * @param subject the agent's id for {@link Role#AGENT}, else a name for logs
     * @param lifetime how long it is valid from now, null for a token that does not expire
     */
    public String issue(String organization, String subject, Set<Role> roles, @Nullable Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        ObjectNode header =
                JSON.createObjectNode().put("alg", ALGORITHM).put("typ", "JWT").put("kid", key.id());
        ObjectNode claims = JSON.createObjectNode().put("org", organization).put("sub", subject);
        roles.stream().sorted().forEach(role -> claims.withArray("roles").add(role.id()));
        claims.put("iat", now);
        if (lifetime != null) {
            claims.put("exp", now + lifetime.toSeconds());
        }
        String content = part(header) + "." + part(claims);
        return content + "." + ENCODER.encodeToString(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Who a token speaks for.
     *
     * @throws TokenException when it is not signed by this data directory's key, has expired, or lacks a claim
     */
    public Identity verify(String token) throws TokenException {
        Identity identity = verified.get(token);
        if (identity == null) {
            identity = decode(token);
            if (verified.size() >= MAX_CACHED) {
                verified.clear();
            }
            verified.put(token, identity);
        }
        long now = clock.instant().getEpochSecond();
        if (identity.expiresAtSeconds() != Identity.NEVER && now > identity.expiresAtSeconds() + skewSeconds) {
            verified.remove(token);
            throw new TokenException(
                    ProblemType.EXPIRED_TOKEN,
                    "the token expired " + (now - identity.expiresAtSeconds()) + " seconds ago; get a new one");
        }
        return identity;
    }

    private Identity decode(String token) throws TokenException {
        if (token.length() > MAX_TOKEN_CHARACTERS) {
            throw invalid("the token is longer than " + MAX_TOKEN_CHARACTERS + " characters");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw invalid("the token does not have the three parts of a JSON Web Token");
        }
        JsonNode header = json(parts[0]);
        if (!header.path("alg").asText().equals(ALGORITHM)) {
            throw invalid("the token is not signed with " + ALGORITHM);
        }
        byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        if (!key.verifies(content, bytes(parts[2]))) {
            throw invalid("the token is not signed by this server's key");
        }
        return identity(json(parts[1]));
    }

    private static Identity identity(JsonNode claims) throws TokenException {
        String organization = claims.path("org").asText();
        String subject = claims.path("sub").asText();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode name : claims.path("roles")) {
            Role role = Role.named(name.asText());
            if (role != null) {
                roles.add(role);
            }
        }
        if (organization.isEmpty() || subject.isEmpty() || roles.isEmpty()) {
            throw invalid("the token lacks the claim org, sub or roles");
        }
        JsonNode expiry = claims.path("exp");
        return new Identity(organization, subject, roles, expiry.isNumber() ? expiry.asLong() : Identity.NEVER);
    }

    private static JsonNode json(String part) throws TokenException {
        try {
            return JSON.readTree(bytes(part));
        } catch (IOException e) {
            throw invalid("the token does not hold JSON");
        }
    }

    private static byte[] bytes(String part) throws TokenException {
        try {
            return DECODER.decode(part);
        } catch (IllegalArgumentException e) {
            throw invalid("the token is not Base64url");
        }
    }

    private static TokenException invalid(String detail) {
        return new TokenException(ProblemType.INVALID_TOKEN, detail);
    }

    private static String part(ObjectNode node) {
        try {
            return ENCODER.encodeToString(JSON.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
