package io.strowger.models.deep;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An encoder's resources as files, which is how DJL wants them, for as long as it takes to load them. */
final class EncoderFiles implements AutoCloseable {
    private static final String WEIGHTS = "encoder.onnx";
    private static final String TOKENIZER = "tokenizer.json";
    private static final int VERSION_DIGITS = 16;

    private final Path folder;
    private final String version;

    /**
     * Unpacks an encoder to a temporary folder.
     *
     * @throws IOException when its jar is not on the class path or the folder can't be written
     */
    EncoderFiles(PackagedEncoder encoder) throws IOException {
        folder = Files.createTempDirectory("strowger-encoder");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            copy(encoder.weights(), WEIGHTS, digest);
            copy(encoder.tokenizer(), TOKENIZER, digest);
            version = encoder.key() + "-"
                    + HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    Path weights() {
        return folder.resolve(WEIGHTS);
    }

    Path tokenizer() {
        return folder.resolve(TOKENIZER);
    }

    /** The encoder's key and the hash of its files. */
    String version() {
        return version;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(weights());
        Files.deleteIfExists(tokenizer());
        Files.deleteIfExists(folder);
    }

    private void copy(String resource, String file, MessageDigest digest) throws IOException {
        try (InputStream in = EncoderFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("the encoder's file " + resource
                        + " is not on the class path; add its jar, docs/dependencies.md names it");
            }
            Files.copy(new DigestInputStream(in, digest), folder.resolve(file));
        }
    }
}
