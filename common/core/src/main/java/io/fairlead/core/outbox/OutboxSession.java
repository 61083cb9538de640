package io.fairlead.core.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * The publisher's own database session: it holds the lead, hears the wake-ups and reads the queue. Plain JDBC, because
 * a thread of its own waits on it and a session lock must not travel through a pool.
 */
final class OutboxSession implements AutoCloseable {

    private static final String LEAD = "select pg_try_advisory_lock(hashtext('outbox'), hashtext(current_schema()))";
    private static final String NEXT =
            """
            select id, event_id, topic, key, type, time, trace_parent, rendering, data
            from outbox order by id limit ?""";
    private static final String DELETE = "delete from outbox where id = any(?)";
    private static final String IDLE_LIMIT = "30s";

    private final Connection connection;
    private final String channel;

    private OutboxSession(Connection connection, String channel) {
        this.connection = connection;
        this.channel = channel;
    }

    static OutboxSession open(OutboxSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        settings.authority().ifPresent(file -> properties.setProperty("sslrootcert", file));
        properties.setProperty("ApplicationName", settings.service() + "-outbox");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        OutboxSession session =
                new OutboxSession(DriverManager.getConnection(settings.url(), properties), settings.channel());
        session.execute("set idle_session_timeout = '" + IDLE_LIMIT + "'");
        return session;
    }

    /** Takes the lead if nobody has it, and hears the wake-ups from then on. Says whether this session leads. */
    boolean lead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEAD)) {
            if (!row.next() || !row.getBoolean(1)) {
                return false;
            }
        }
        execute("listen " + channel);
        return true;
    }

    /** The oldest events, in their order. */
    List<PendingEvent> next(int limit) throws SQLException {
        List<PendingEvent> events = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setInt(1, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
        }
        return events;
    }

    void delete(List<PendingEvent> events) throws SQLException {
        Long[] ids = events.stream().map(PendingEvent::id).toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    /** Returns when an appender committed, or after the time. */
    void awaitWake(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PendingEvent event(ResultSet row) throws SQLException {
        return new PendingEvent(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getObject("time", OffsetDateTime.class),
                row.getString("trace_parent"),
                row.getString("rendering"),
                row.getBytes("data"));
    }
}
