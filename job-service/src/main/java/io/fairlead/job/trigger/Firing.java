package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.rows.Rows;
import io.fairlead.core.rows.SqlFailure;
import io.fairlead.job.job.NewJob;
import io.fairlead.job.job.Submission;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Starts a trigger's job in the transaction of what set it off. That it could not is written on the trigger. */
@ApplicationScoped
class Firing {

    private static final Logger LOG = Logger.getLogger(Firing.class);
    private static final int LONGEST_ERROR = 1000;
    private static final String FIRED =
            """
            with chained as (
                insert into job_chain (job_id, trigger_id, depth) values ($2, $1, $4)
            )
            update job_trigger set fired = fired + 1, last_fired = $3, last_job = $2 where id = $1
            """;
    private static final String FAILED =
            "update job_trigger set failed = failed + 1, last_error = $2, last_error_at = $3 where id = $1";

    private final Submission submission;
    private final TriggerConfig config;
    private final Clock clock;

    Firing(Submission submission, TriggerConfig config, Clock clock) {
        this.submission = submission;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Starts the job, or says on the trigger why not. A statement that the database refuses loses its transaction: why is
     * remembered, so that when the transaction is tried again it is said and the job is left out.
     *
     * @param event what the template's pointers point into
     * @param depth how many jobs started each other before this one
     * @param refused why triggers' jobs were refused, by the triggers' ids; kept from one try to the next
     * @return done; fails only when the database does
     */
    Uni<Void> fire(SqlConnection transaction, Trigger trigger, JsonNode event, int depth, Map<UUID, String> refused) {
        String reason = refused.get(trigger.id());
        return reason != null
                ? fail(transaction, trigger, reason)
                : start(transaction, trigger, event, depth)
                        .onFailure(failure -> !(failure instanceof PgException))
                        .recoverWithUni(failure -> fail(transaction, trigger, reason(trigger, failure)))
                        .onFailure(failure -> !SqlFailure.mayPass(failure))
                        .invoke(failure -> refused.put(trigger.id(), reason(trigger, failure)));
    }

    private Uni<Void> start(SqlConnection transaction, Trigger trigger, JsonNode event, int depth) {
        return Uni.createFrom()
                .item(() -> job(trigger, event, depth))
                .chain(job -> submission.submit(transaction, job, trigger.person()))
                .chain(job -> transaction
                        .preparedQuery(FIRED)
                        .execute(Tuple.of(trigger.id(), job.id(), Rows.utc(clock.instant()), depth))
                        .replaceWithVoid());
    }

    private NewJob job(Trigger trigger, JsonNode event, int depth) {
        if (depth > config.longestChain()) {
            throw new IllegalArgumentException("More than " + config.longestChain() + " jobs started each other.");
        }
        NewJob job =
                trigger.definition().job(InputTemplate.fill(trigger.definition().inputs(), event));
        List<FieldError> errors = submission.errors(job);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.stream().map(Firing::text).collect(Collectors.joining("; ")));
        }
        submission.requireReadable(job, trigger.person());
        return job;
    }

    /** Says on the trigger why it could not start its job. */
    private Uni<Void> fail(SqlConnection transaction, Trigger trigger, String reason) {
        String kept = reason.replace('\0', '\ufffd');
        String text = kept.length() > LONGEST_ERROR ? kept.substring(0, LONGEST_ERROR) : kept;
        return transaction
                .preparedQuery(FAILED)
                .execute(Tuple.of(trigger.id(), text, Rows.utc(clock.instant())))
                .replaceWithVoid();
    }

    /** What is no fault of the trigger's is only logged: it may tell what is nobody's business. */
    private static String reason(Trigger trigger, Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem.getParameters().get("errors") instanceof List<?> errors && !errors.isEmpty()
                    ? errors.stream().map(error -> text((FieldError) error)).collect(Collectors.joining("; "))
                    : problem.getDetail();
        }
        if (failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage());
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "trigger=%s incident=%s", trigger.id(), incident);
        return "The job could not be stored; incident " + incident + " was logged.";
    }

    private static String text(FieldError error) {
        return error.pointer() + ": " + error.detail();
    }
}
