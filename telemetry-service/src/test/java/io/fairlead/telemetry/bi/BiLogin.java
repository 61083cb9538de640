package io.fairlead.telemetry.bi;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.testkit.RealParts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A login for a BI tool, as docs/bi.md says how to make one. */
record BiLogin(String name) {

    /**
     * A new login.
     *
     * @param vessels that it sees; null stands for all
     */
    static BiLogin seeing(String... vessels) throws SQLException {
        String name = "bi_" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection superuser = RealParts.connect("postgres")) {
            DatabaseRoles.role(superuser, name, "test");
            run(superuser, "grant " + DatabaseRoles.BI + " to " + name);
        }
        for (String vessel : vessels) {
            asOwner("insert into bi_grant (login, vessel) values ('%s', %s)"
                    .formatted(name, vessel == null ? "null" : "'" + vessel + "'"));
        }
        return new BiLogin(name);
    }

    static void asOwner(String sql) throws SQLException {
        try (Connection owner = RealParts.connect("telemetry")) {
            run(owner, sql);
        }
    }

    /** The first column of what a query gives it. */
    List<String> read(String sql) throws SQLException {
        return readAs(name, sql);
    }

    /** The same when it has taken a role on. */
    List<String> readAs(String role, String sql) throws SQLException {
        try (Connection connection = RealParts.connect(name)) {
            run(connection, "set role " + role);
            return column(connection, sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = RealParts.connect(name)) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
