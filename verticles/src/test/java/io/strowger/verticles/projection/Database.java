package io.strowger.verticles.projection;

import io.strowger.verticles.config.StoreAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Databases for tests in one server, and queries on them. */
final class Database {
    private final String server;
    private final String name;

    private Database(String server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A new, empty database in the server that the address names. */
    static Database create(String uri, String name) throws SQLException {
        Database first = new Database(uri, "strowger");
        first.execute("drop database if exists " + name + " with (force)", "create database " + name);
        return new Database(uri, name);
    }

    StoreAddress address() {
        return StoreAddress.of(URI.create(server.replaceFirst("/strowger$", "/" + name)), null);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long count(String query) throws SQLException {
        return Long.parseLong(rows(query).get(0));
    }

    /** Each row's values, joined by a bar. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(Objects.toString(rows.getString(column)));
                }
                all.add(String.join("|", values));
            }
            return all;
        }
    }

    /** Cuts the projection's connection. */
    void cutProjection() throws SQLException {
        rows("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'strowger-projection'"
                + " and datname = current_database()");
    }

    private Connection connect() throws SQLException {
        URI uri = URI.create(server);
        String[] user = uri.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + "/" + name, user[0], user[1]);
    }
}
