package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.rows.Rows;
import io.fairlead.job.KeptPlans;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** To plan what every job needs takes longer than to do it. */
@FairleadTest
class KeptPlansTest {

    private static final OffsetDateTime NOW = Rows.utc(Instant.parse("2026-01-01T00:00:00Z"));

    @Inject
    Pool pool;

    @Test
    void shouldClaimByAPlanThatIsKept() {
        Tuple claim = Tuple.of(new String[] {"nobody-knows"}, 64L, "worker", NOW, NOW, 32L);

        assertThat(KeptPlans.calls(
                        pool, "with recursive lane", connection -> OnePlan.execute(connection, Claimer.CLAIM, claim)))
                .matches(KeptPlans.Calls::byOnePlan);
    }

    @Test
    void shouldEndByAPlanThatIsKept() {
        Tuple end = Tuple.tuple()
                .addArrayOfUUID(new UUID[] {UUID.randomUUID()})
                .addArrayOfInteger(new Integer[] {1})
                .addArrayOfString(new String[] {"worker"})
                .addArrayOfString(new String[] {"successful"})
                .addArrayOfBoolean(new Boolean[] {true})
                .addArrayOfInteger(new Integer[] {0})
                .addArrayOfString(new String[] {null})
                .addArrayOfOffsetDateTime(new OffsetDateTime[] {null})
                .addArrayOfString(new String[] {"successful"})
                .addArrayOfString(new String[] {"{}"})
                .addArrayOfOffsetDateTime(new OffsetDateTime[] {NOW});

        assertThat(KeptPlans.calls(
                        pool, "with ending as", connection -> OnePlan.execute(connection, Completer.END, end)))
                .matches(KeptPlans.Calls::byOnePlan);
    }
}
