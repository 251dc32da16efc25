package io.strowger.verticles.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, from a resource that the build fills in. */
public final class Version implements IVersionProvider {
    private static final String RESOURCE = "/io/strowger/verticles/version.properties";

    /** The version's name, for example {@code 0.1.0}. */
    public static String name() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException broken) {
            throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", broken);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"strowger " + name() + " (Java " + Runtime.version() + ")"};
    }
}
