package io.fairlead.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Each service's database role is at home in its own schema and sees no other. */
@FairleadTest
class SchemaIsolationTest {

    @Test
    void shouldKeepEveryRoleOutOfTheOthersSchemas() throws SQLException {
        for (String owner : DatabaseRoles.SCHEMAS) {
            try (Statement own = RealParts.connect(owner).createStatement()) {
                own.execute("create table if not exists secret (word text)");
            }
            for (String other : DatabaseRoles.SCHEMAS) {
                if (!other.equals(owner)) {
                    assertRefused(other, "select * from " + owner + ".secret");
                    assertRefused(other, "insert into " + owner + ".secret values ('x')");
                    assertRefused(other, "create table " + owner + ".mine (x int)");
                }
            }
        }
    }

    @Test
    void shouldGiveNoRoleMoreThanItsSchema() throws SQLException {
        for (String role : DatabaseRoles.SCHEMAS) {
            assertRefused(role, "create schema another");
            assertRefused(role, "create role another");
            assertRefused(role, "create table public.mine (x int)");
            try (Connection connection = RealParts.connect(role)) {
                assertThat(connection.getSchema()).isEqualTo(role);
            }
        }
    }

    private static void assertRefused(String role, String sql) throws SQLException {
        try (Connection connection = RealParts.connect(role);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as("%s: %s", role, sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
