package io.strowger.verticles.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a server from the command line. */
final class ServerAddress implements ITypeConverter<URI> {
    private static final int MOST_PORT = 65_535;

    @Override
    public URI convert(String text) {
        try {
            URI address = new URI(text);
            boolean isHttp =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (isHttp
                    && address.getHost() != null
                    && address.getPort() <= MOST_PORT
                    && address.getQuery() == null
                    && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The same as an address of another kind.
        }
        throw new TypeConversionException("'" + text + "' is no server's address; write it like http://10.0.0.7:8080");
    }
}
