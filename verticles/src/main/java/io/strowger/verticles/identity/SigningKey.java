package io.strowger.verticles.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The file of the key pair that signs tokens (elliptic curve P-256), in PEM. Any thread. */
final class SigningKey {
    private static final String FILE = "token-signing.pem";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private SigningKey() {}

    /**
     * The key in that directory, which is made with a new key if it has none. The key's id is its thumbprint.
     *
     * @throws IOException when the file can't be read or written, or holds no key
     */
    static ECKey open(Path directory) throws IOException {
        SecretFiles.makeDirectory(directory);
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                SecretFiles.restrict(file);
                return read(Files.readString(file));
            }
            ECKey key =
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            SecretFiles.write(
                    file,
                    pem(PRIVATE, key.toECPrivateKey().getEncoded())
                            + pem(PUBLIC, key.toECPublicKey().getEncoded()));
            return key;
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(
                    file + " holds no usable key; restore it from a backup, or remove it to have a new one made: then"
                            + " every token that was issued is void",
                    e);
        }
    }

    private static ECKey read(String pem) throws GeneralSecurityException, JOSEException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        ECPublicKey publicKey = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(block(PUBLIC, pem)));
        ECPrivateKey privateKey = (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(block(PRIVATE, pem)));
        return new ECKey.Builder(Curve.P_256, publicKey)
                .privateKey(privateKey)
                .keyIDFromThumbprint()
                .build();
    }

    private static byte[] block(String name, String pem) {
        String begin = "-----BEGIN " + name + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + name + "-----");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("there is no block " + name);
        }
        return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    }

    private static String pem(String name, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }
}
