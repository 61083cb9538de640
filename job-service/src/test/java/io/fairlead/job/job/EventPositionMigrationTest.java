package io.fairlead.job.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the migration on a table of its own, which holds what there was before it. */
@FairleadTest
class EventPositionMigrationTest {

    private static final String MIGRATION = "db/migration/V202611213701__job_event_positions.sql";
    private static final String EARLIER =
            """
            insert into job_event values
                (2, 2, '{"updated":"2026-01-01T00:00:03Z"}'), (1, 2, '{"updated":"2026-01-01T00:00:02Z"}'),
                (1, 1, '{"updated":"2026-01-01T00:00:02Z"}'), (2, 1, '{"updated":"2026-01-01T00:00:01.5Z"}')
            """;

    @ParameterizedTest
    @CsvSource({"true, '2/1 1/1 1/2 2/2 3/1'", "false, '3/1'"})
    void shouldPlaceEarlierEventsInTheirOrderBeforeLaterOnes(boolean earlier, String order)
            throws SQLException, IOException {
        try (Connection connection = RealParts.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_temp");
            statement.execute("create table job_event (job_id int, version bigint, data json)");
            if (earlier) {
                statement.execute(EARLIER);
            }

            statement.execute(migration());
            statement.execute("insert into job_event values (3, 1, '{}')");

            assertThat(events(statement)).containsExactly(order.split(" "));
        }
    }

    private static List<String> events(Statement statement) throws SQLException {
        List<String> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select job_id, version from job_event order by position")) {
            while (row.next()) {
                events.add(row.getInt("job_id") + "/" + row.getLong("version"));
            }
        }
        return events;
    }

    private static String migration() throws IOException {
        try (InputStream file =
                EventPositionMigrationTest.class.getClassLoader().getResourceAsStream(MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
