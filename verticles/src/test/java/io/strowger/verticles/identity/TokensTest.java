package io.strowger.verticles.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.strowger.channels.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"an-older-name\"}";
    private static final String CLAIMS = "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":[\"agent\"],\"iat\":1}";

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void shouldSayWhoCallsWhenTheTokenIsItsOwn() throws Exception {
        String token = tokens().issue("shop", "ada", Set.of(Role.AGENT, Role.INTEGRATOR), Duration.ofHours(1));

        Identity identity = tokens().verify(token);

        assertThat(identity.organization()).isEqualTo("shop");
        assertThat(identity.subject()).isEqualTo("ada");
        assertThat(identity.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.INTEGRATOR);
        assertThat(identity.may(Permission.AGENT_SESSION)).isTrue();
        assertThat(identity.may(Permission.SEND_MESSAGES)).isTrue();
        assertThat(identity.may(Permission.CONFIGURE)).isFalse();
    }

    @Test
    void shouldHaveTheContractsClaimsWhenATokenIsIssued() throws Exception {
        String token = tokens().issue("shop", "ada", Set.of(Role.AGENT), Duration.ofHours(1));

        String[] parts = token.split("\\.");
        assertThat(decoded(parts[0])).contains("\"alg\":\"ES256\"");
        assertThat(decoded(parts[1]))
                .contains("\"org\":\"shop\"")
                .contains("\"sub\":\"ada\"")
                .contains("\"roles\":[\"agent\"]")
                .contains("\"exp\":" + now.plusSeconds(3_600).getEpochSecond());
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(64);
    }

    @Test
    void shouldRefuseWhenTheTokenHasExpiredEvenIfItWasVerifiedBefore() throws Exception {
        Tokens tokens = tokens();
        String token = tokens.issue("shop", "ada", Set.of(Role.AGENT), Duration.ofMinutes(1));
        tokens.verify(token);
        now = now.plus(Duration.ofMinutes(1)).plus(SKEW);
        tokens.verify(token);
        now = now.plusSeconds(1);

        assertProblem(tokens, token, ProblemType.EXPIRED_TOKEN);
    }

    @Test
    void shouldNeverRefuseWhenTheTokenDoesNotExpire() throws Exception {
        Tokens tokens = tokens();
        String token = tokens.issue("shop", "admin", Set.of(Role.ADMIN), null);
        now = now.plus(Duration.ofDays(36_500));

        assertThat(tokens.verify(token).expiresAtSeconds()).isEqualTo(Identity.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "e30.e30.e30", "..", "\u00e9.\u00e9.\u00e9"})
    void shouldRefuseWhenItIsNoToken(String text) throws IOException {
        assertProblem(tokens(), text, ProblemType.INVALID_TOKEN);
    }

    @Test
    void shouldRefuseWhenAnyPartWasChanged() throws IOException {
        Tokens tokens = tokens();
        String[] parts = tokens.issue("shop", "ada", Set.of(Role.AGENT), null).split("\\.");
        String claims = encoded(decoded(parts[1]).replace("agent", "admin"));
        String none = encoded("{\"alg\":\"none\"}");

        assertProblem(tokens, parts[0] + "." + claims + "." + parts[2], ProblemType.INVALID_TOKEN);
        assertProblem(tokens, none + "." + parts[1] + ".", ProblemType.INVALID_TOKEN);
        assertProblem(tokens, none + "." + parts[1] + "." + parts[2], ProblemType.INVALID_TOKEN);
        assertProblem(tokens, parts[0] + "." + parts[1] + ".AAAA", ProblemType.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"typ\":\"JWT\"}",
                "{\"alg\":\"none\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"ES384\",\"typ\":\"JWT\"}",
                "{\"alg\":\"ES512\",\"typ\":\"JWT\"}",
                "{\"alg\":256,\"typ\":\"JWT\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"crit\":[\"exp\"],\"exp\":1}"
            })
    void shouldRefuseAHeaderWhenItIsNotTheOneIssued(String header) throws Exception {
        Tokens tokens = tokens();

        assertProblem(tokens, signed(header, CLAIMS), ProblemType.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"org\":1,\"sub\":\"ada\",\"roles\":[\"agent\"]}",
                "{\"org\":\"shop\",\"sub\":[],\"roles\":[\"agent\"]}",
                "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":\"agent\"}",
                "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":[1]}",
                "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":[\"pilot\"]}",
                "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":[]}",
                "{\"sub\":\"ada\",\"roles\":[\"agent\"]}",
                "{\"org\":\"shop\",\"roles\":[\"agent\"]}",
                "{\"org\":\"shop\",\"sub\":\"ada\",\"roles\":[\"agent\"],\"exp\":\"never\"}"
            })
    void shouldRefuseClaimsWhenOneIsMissingOrOfAnotherType(String claims) throws Exception {
        Tokens tokens = tokens();

        assertProblem(tokens, signed(HEADER, claims), ProblemType.INVALID_TOKEN);
    }

    @Test
    void shouldAcceptTheTokensOfAKeyFileWhenTheRuntimeMadeBoth() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectory(keyFile().getParent());
        Files.writeString(
                keyFile(),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded()));

        Tokens tokens = tokens();

        assertThat(tokens.verify(signed(HEADER, CLAIMS)).subject()).isEqualTo("ada");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldRefuseWhenAnotherServersKeySigned(@TempDir Path other) throws IOException {
        String token = Tokens.open(other, clock, SKEW).issue("shop", "ada", Set.of(Role.ADMIN), null);

        assertProblem(tokens(), token, ProblemType.INVALID_TOKEN);
    }

    @Test
    void shouldKeepTheKeyForItsOwnerWhenItIsMade() throws IOException {
        tokens();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(keyFile().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldSayWhatToDoWhenTheKeyFileIsDamaged() throws IOException {
        tokens();
        Files.writeString(keyFile(), "rubbish");

        assertThatThrownBy(this::tokens).isInstanceOf(IOException.class).hasMessageContaining("restore it");
    }

    @Test
    void shouldKeepTheAdminTokenOverRestartsAndReplaceItForAnotherOrganization() throws Exception {
        Path file = AdminToken.ensure(directory, tokens(), "shop");
        String first = Files.readString(file);
        assertThat(first).endsWith("\n").hasLineCount(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(tokens().verify(first.strip()).roles()).containsExactly(Role.ADMIN);

        now = now.plus(Duration.ofDays(400));
        AdminToken.ensure(directory, tokens(), "shop");
        assertThat(Files.readString(file)).isEqualTo(first);

        AdminToken.ensure(directory, tokens(), "other");
        assertThat(tokens().verify(Files.readString(file).strip()).organization())
                .isEqualTo("other");
    }

    private Path keyFile() {
        return directory.resolve("keys").resolve("token-signing.pem");
    }

    /** A token as the Java runtime alone makes it, with the key of the file. */
    private String signed(String header, String claims) throws Exception {
        String pem = Files.readString(keyFile());
        String begin = "-----BEGIN PRIVATE KEY-----";
        byte[] key =
                Base64.getMimeDecoder().decode(pem.substring(begin.length(), pem.indexOf("-----END PRIVATE KEY-----")));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        String content = encoded(header) + "." + encoded(claims);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String pem(String name, byte[] content) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + name
                + "-----\n";
    }

    private Tokens tokens() throws IOException {
        return Tokens.open(directory, clock, SKEW);
    }

    private static void assertProblem(Tokens tokens, String token, ProblemType type) {
        TokenException refused = catchThrowableOfType(TokenException.class, () -> tokens.verify(token));
        assertThat(refused).isNotNull();
        assertThat(refused.problem().type()).isEqualTo(type);
        if (token.length() > 20) {
            assertThat(refused.getMessage()).doesNotContain(token);
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
