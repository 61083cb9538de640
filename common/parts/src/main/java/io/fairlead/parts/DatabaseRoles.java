package io.fairlead.parts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Gives every service a schema and a login role of the same name, and nobody a look into another's schema. Logins for BI
 * tools get the role {@link #BI}, which may read what services show it and write nothing.
 *
 * <p>PostgreSQL's default {@code search_path} is {@code "$user", public}, so a role finds its own schema without
 * further settings. Applying it again changes nothing but the passwords.
 */
public final class DatabaseRoles {

    /** The services' schemas, each also the name of its only role. */
    public static final List<String> SCHEMAS = List.of("fleet", "telemetry", "jobs", "relay");

    /** The role of logins that only read, see docs/bi.md. */
    public static final String BI = "fairlead_bi";

    /** The functions by which anybody could keep a service waiting, or write without a table. */
    private static final String SERVICES_ONLY =
            """
            select string_agg(oid::regprocedure::text, ', ') from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace
                and (proname ~ '^pg_(try_)?advisory_' or proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import'))
            """;

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
            statement.execute("revoke all on schema public from public");
            statement.execute("revoke temporary on database " + quote(superuser.getCatalog()) + " from public");
        }
        for (String schema : SCHEMAS) {
            role(superuser, schema, passwords.get(schema));
            try (Statement statement = superuser.createStatement()) {
                statement.execute("create schema if not exists " + schema + " authorization " + schema);
                statement.execute("revoke all on schema " + schema + " from public");
            }
        }
        bi(superuser);
    }

    private static void bi(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!known(superuser, BI)) {
                statement.execute("create role " + BI + " nologin");
            }
            try (ResultSet row = statement.executeQuery(SERVICES_ONLY)) {
                row.next();
                String functions = row.getString(1);
                statement.execute("revoke execute on function " + functions + " from public");
                statement.execute("grant execute on function " + functions + " to " + String.join(", ", SCHEMAS));
            }
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
