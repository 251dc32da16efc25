package io.strowger.verticles.projection;

import io.strowger.verticles.config.Secret;
import io.strowger.verticles.config.StoreAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Reaches a PostgreSQL database and brings its tables up to date. */
final class PostgresConnector {
    private static final int DEFAULT_PORT = 5432;

    private final String place;
    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private boolean migrated;

    PostgresConnector(StoreAddress address) {
        URI uri = address.uri();
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        this.place = uri.getHost() + ":" + port + uri.getPath();
        source.setURL("jdbc:postgresql://" + place + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        String user = address.user();
        if (user != null) {
            source.setUser(user);
        }
        Secret password = address.password();
        if (password != null) {
            source.setPassword(password.reveal());
        }
        source.setApplicationName("strowger-projection");
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        source.setSocketTimeout(60);
        source.setTcpKeepAlive(true);
        // A server's error detail quotes the row, and with it what customers wrote.
        source.setLogServerErrorDetail(false);
    }

    /** Where the database is, for people: host, port and name. */
    String place() {
        return place;
    }

    /** A connection that commits when it is told to, to a database whose tables are there. */
    Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try {
            migrate();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | FlywayException e) {
            connection.close();
            throw e;
        }
    }

    private void migrate() {
        if (!migrated) {
            Flyway.configure(PostgresConnector.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            migrated = true;
        }
    }
}
