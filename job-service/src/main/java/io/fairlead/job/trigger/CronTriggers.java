package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.rows.Rows;
import io.fairlead.core.rows.SqlFailure;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Starts the jobs whose time has come. When a trigger is due next stands on its row, which is locked while its job is made: one
 * job, however many instances there are. What was due while no instance ran is started once, for the last of the times missed.
 */
@ApplicationScoped
public class CronTriggers {

    private static final Logger LOG = Logger.getLogger(CronTriggers.class);
    private static final int MOST_REFUSED = 10;
    private static final String DUE =
            """
            select * from job_trigger where enabled and next_fire <= $1
            order by next_fire limit 1 for update skip locked
            """;
    private static final String NEXT = "update job_trigger set next_fire = $2 where id = $1";

    private final Pool pool;
    private final Triggers triggers;
    private final Firing firing;
    private final ObjectMapper json;
    private final Clock clock;

    CronTriggers(Pool pool, Triggers triggers, Firing firing, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.triggers = triggers;
        this.firing = firing;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> everySecond() {
        return fire(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("triggers=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /**
     * Starts what was due by then.
     *
     * @return how many triggers were looked at
     */
    Uni<Integer> fire(Instant now) {
        return fire(now, new ConcurrentHashMap<>());
    }

    private Uni<Integer> fire(Instant now, Map<UUID, String> refused) {
        return first(now, refused)
                .onFailure(failure -> !SqlFailure.mayPass(failure))
                .retry()
                .atMost(MOST_REFUSED)
                .chain(count -> count == 0
                        ? Uni.createFrom().item(0)
                        : fire(now, refused).map(more -> count + more));
    }

    private Uni<Integer> first(Instant now, Map<UUID, String> refused) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(DUE)
                .execute(Tuple.of(Rows.utc(now)))
                .map(rows -> Rows.first(rows, triggers::of))
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : one(transaction, due.get(), now, refused).replaceWith(1)));
    }

    private Uni<Void> one(SqlConnection transaction, Trigger trigger, Instant now, Map<UUID, String> refused) {
        CronSchedule schedule = TriggerCheck.schedule(trigger.definition().cron());
        Instant due = schedule.last(now)
                .filter(last -> last.isAfter(trigger.nextFire()))
                .orElse(trigger.nextFire());
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(trigger.id(), Rows.utc(schedule.next(now).orElse(null))))
                .chain(() -> firing.fire(transaction, trigger, document(schedule, due), 1, refused));
    }

    private ObjectNode document(CronSchedule schedule, Instant due) {
        ObjectNode document = json.createObjectNode().put("type", "cron").put("time", due.toString());
        schedule.last(due.minusNanos(1)).ifPresent(previous -> document.put("previous", previous.toString()));
        return document;
    }
}
