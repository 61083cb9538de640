package io.fairlead.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Gives every service a schema and a login role of the same name, and nobody a look into another's schema. Logins for BI
 * tools get the role {@link #BI}, which may read what services show it and write nothing. What is granted to whom stands in
 * {@code database-roles.sql}, which other ways to set up a database run too.
 *
 * <p>PostgreSQL's default {@code search_path} is {@code "$user", public}, so a role finds its own schema without
 * further settings. Applying it again changes nothing but the passwords.
 */
public final class DatabaseRoles {

    /** The services' schemas, each also the name of its only role. */
    public static final List<String> SCHEMAS = List.of("fleet", "telemetry", "jobs", "relay");

    /** The role of logins that only read, see docs/bi.md. */
    public static final String BI = "fairlead_bi";

    private DatabaseRoles() {}

    /**
     * Creates or updates the roles and schemas.
     *
     * @param superuser an open connection of a superuser to the database that holds the schemas
     * @param passwords one password per name in {@link #SCHEMAS}
     * @throws SQLException when the database refuses
     */
    public static void apply(Connection superuser, Map<String, String> passwords) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql());
        }
        for (String schema : SCHEMAS) {
            role(superuser, schema, passwords.get(schema));
        }
    }

    private static String sql() {
        try (InputStream file = DatabaseRoles.class.getResourceAsStream("database-roles.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates a login role that has no rights of its own, or sets its password when it is there.
     *
     * @param superuser an open connection of a superuser
     * @param name the role
     * @param password its password
     * @throws SQLException when the database refuses
     */
    public static void role(Connection superuser, String name, String password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute((known(superuser, name) ? "alter role " : "create role ") + quote(name)
                    + " with login nosuperuser nocreatedb nocreaterole password " + literal(password));
        }
    }

    private static boolean known(Connection superuser, String name) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
