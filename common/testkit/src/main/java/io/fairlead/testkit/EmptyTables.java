package io.fairlead.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Empties the service's tables before each test class, all but the record of its migrations. */
public class EmptyTables implements BeforeAllCallback {

    private static final String DEADLOCK = "40P01";
    private static final int MOST_TRIES = 10;
    private static final String TABLES =
            """
            select string_agg(quote_ident(tablename), ', ')
            from pg_tables where schemaname = current_schema() and tablename <> 'flyway_schema_history'""";

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        String schema = ConfigProvider.getConfig().getValue("fairlead.schema", String.class);
        try (Connection connection = RealParts.connect(schema);
                Statement statement = connection.createStatement()) {
            String tables = tables(statement);
            if (tables != null) {
                truncate(statement, tables);
            }
        }
    }

    /** The service goes on with its own work meanwhile; when the two lock each other out, the database may pick this one. */
    private static void truncate(Statement statement, String tables) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                statement.execute("truncate " + tables + " cascade");
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static String tables(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(TABLES)) {
            row.next();
            return row.getString(1);
        }
    }
}
