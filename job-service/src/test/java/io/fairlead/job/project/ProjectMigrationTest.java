package io.fairlead.job.project;

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
import org.junit.jupiter.api.Test;

/** Runs the migration on tables of its own, which hold what there was before it. */
@FairleadTest
class ProjectMigrationTest {

    private static final String MIGRATION = "db/migration/V202611211801__projects.sql";

    @Test
    void shouldMakeProjectsOfTheLabelsThatJobsHave() throws SQLException, IOException {
        try (Connection connection = RealParts.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_temp");
            statement.execute("create table job (id int, project text, created_by text, created_by_name text,"
                    + " created_at timestamptz)");
            statement.execute("insert into job values (1, 'a', 'one', 'One', '2026-01-01'),"
                    + " (2, 'a', 'two', 'Two', '2026-01-02'), (3, 'a', 'one', 'Once', '2026-01-03'),"
                    + " (4, 'b', 'two', 'Two', '2026-01-04'), (5, null, 'three', 'Three', '2026-01-05')");

            statement.execute(migration());

            assertThat(rows(statement, "select id, name, created_by, archived from project order by id"))
                    .containsExactly("a a one f", "b b two f");
            assertThat(rows(statement, "select project, subject, name, role from project_member order by 1, 2"))
                    .containsExactly("a one Once owner", "a two Two member", "b two Two owner");
            assertThat(rows(statement, "select count(*) from job where vessels is null"))
                    .containsExactly("5");
        }
    }

    private static String migration() throws IOException {
        try (InputStream file = ProjectMigrationTest.class.getClassLoader().getResourceAsStream(MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
        }
        return rows;
    }
}
