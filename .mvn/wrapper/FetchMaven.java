import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Downloads a Maven distribution, compares its SHA-256, and unpacks it. Needs nothing but a JDK. */
final class FetchMaven {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: FetchMaven <url> <sha-256> <target folder>");
            System.exit(2);
        }
        Path target = Path.of(arguments[2]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path archive = Files.createTempFile(target.toAbsolutePath().getParent(), "maven", ".zip");
        try {
            var connection = URI.create(arguments[0]).toURL().openConnection();
            connection.setConnectTimeout(15_000);
            connection.setReadTimeout(60_000);
            try (InputStream body = connection.getInputStream()) {
                Files.copy(body, archive, StandardCopyOption.REPLACE_EXISTING);
            }
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
            if (!sum.equals(arguments[1])) {
                throw new IOException("the archive's SHA-256 is " + sum + ", expected " + arguments[1]);
            }
            Path unpacked = Files.createTempDirectory(target.toAbsolutePath().getParent(), "maven");
            unpack(archive, unpacked);
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /** Without the archive's top folder. */
    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = folder.resolve(name).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("the archive names a file outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                    if (name.startsWith("bin/")) {
                        file.toFile().setExecutable(true);
                    }
                }
            }
        }
    }
}
