package io.strowger.verticles.identity;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.strowger.channels.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies the tokens of one data directory: JSON Web Tokens signed with ES256, with the claims {@code org},
 * {@code sub}, {@code roles} and {@code exp}. Needs no running server. Any thread; verifying a token that was verified
 * before costs a look-up.
 */
public final class Tokens {
    private static final int MAX_TOKEN_CHARACTERS = 4_096;
    private static final int MAX_CACHED = 4_096;
    private static final String NO_JSON = "the token does not hold JSON with values of the right types";

    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final InstantSource clock;
    private final long skewSeconds;
    private final ConcurrentHashMap<String, Identity> verified = new ConcurrentHashMap<>();

    private Tokens(ECKey key, InstantSource clock, Duration clockSkew) throws JOSEException {
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        this.signer = new ECDSASigner(key);
        this.verifier = new ECDSAVerifier(key);
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
        ECKey key = SigningKey.open(dataDirectory.resolve("keys"));
        try {
            return new Tokens(key, clock, clockSkew);
        } catch (JOSEException e) {
            throw new IOException("the Java runtime cannot sign with " + JWSAlgorithm.ES256, e);
        }
    }

    /**
     * Makes a token.
     *
     * @param subject the agent's id for {@link Role#AGENT}, else a name for logs
     * @param lifetime how long it is valid from now, null for a token that does not expire
     */
    public String issue(String organization, String subject, Set<Role> roles, @Nullable Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim("org", organization)
                .subject(subject)
                .claim("roles", roles.stream().sorted().map(Role::id).toList())
                .issueTime(Date.from(now));
        if (lifetime != null) {
            claims.expirationTime(Date.from(now.plus(lifetime)));
        }
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the Java runtime cannot sign with " + JWSAlgorithm.ES256, e);
        }
        return token.serialize();
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
        SignedJWT signed = parse(token);
        if (!isSignedHere(signed)) {
            throw invalid("the token is not signed by this server's key");
        }
        try {
            return identity(signed.getJWTClaimsSet());
        } catch (ParseException e) {
            throw invalid(NO_JSON);
        }
    }

    private static SignedJWT parse(String token) throws TokenException {
        Base64URL[] parts = parts(token);
        try {
            Header header = Header.parse(parts[0]);
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
                throw invalid("the token is not signed with " + JWSAlgorithm.ES256);
            }
            if (!JOSEObjectType.JWT.equals(header.getType())) {
                throw invalid("the token is not of the type " + JOSEObjectType.JWT);
            }
            return new SignedJWT(parts[0], parts[1], parts[2]);
        } catch (ParseException e) {
            throw invalid(NO_JSON);
        }
    }

    private static Base64URL[] parts(String token) throws TokenException {
        try {
            Base64URL[] parts = JOSEObject.split(token);
            if (parts.length == 3) {
                return parts;
            }
        } catch (ParseException e) {
            // Said below, as for the five parts of an encrypted token.
        }
        throw invalid("the token does not have the three parts of a JSON Web Token");
    }

    private boolean isSignedHere(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Identity identity(JWTClaimsSet claims) throws ParseException, TokenException {
        String organization = claims.getStringClaim("org");
        String subject = claims.getSubject();
        Set<Role> roles = roles(claims.getStringListClaim("roles"));
        if (isEmpty(organization) || isEmpty(subject) || roles.isEmpty()) {
            throw invalid("the token lacks the claim org, sub or roles");
        }
        Date expiry = claims.getExpirationTime();
        return new Identity(
                organization,
                subject,
                roles,
                expiry == null ? Identity.NEVER : expiry.toInstant().getEpochSecond());
    }

    private static Set<Role> roles(@Nullable List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            for (String name : names) {
                Role role = Role.named(name);
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static TokenException invalid(String detail) {
        return new TokenException(ProblemType.INVALID_TOKEN, detail);
    }
}
