package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.job.Submission;
import io.fairlead.job.project.Membership;
import io.fairlead.job.project.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a trigger against the rules that its shape does not show. */
@ApplicationScoped
class TriggerCheck {

    private static final int MOST_CONDITIONS = 20;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final TriggerConfig config;
    private final Submission submission;
    private final Membership membership;
    private final Clock clock;

    TriggerCheck(TriggerConfig config, Submission submission, Membership membership, Clock clock) {
        this.config = config;
        this.submission = submission;
        this.membership = membership;
        this.clock = clock;
    }

    /**
     * Passes if the trigger could start jobs in the name of the person.
     *
     * @return done; fails with 400 naming what is wrong, with 403 when the person's token is limited to some vessels and the
     *     trigger waits for events, which may be about any
     */
    Uni<Void> require(SqlClient database, NewTrigger trigger, Person person) {
        List<FieldError> errors = errors(trigger);
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        if (trigger.event() != null && person.scope().vessels().isPresent()) {
            throw Problems.forbidden("This token does not read the events of all vessels.");
        }
        if (!InputTemplate.hasReferences(trigger.inputs())) {
            submission.requireReadable(trigger.job(trigger.inputs()), person);
        }
        return membership
                .refusals(
                        database,
                        trigger.project() == null ? Set.of() : Set.of(trigger.project()),
                        new Person(person.subject(), person.name(), false, person.scope()))
                .invoke(refusals -> refusals.values().forEach(refusal -> {
                    throw Problems.badRequest(FieldError.body("/project", refusal));
                }))
                .replaceWithVoid();
    }

    private List<FieldError> errors(NewTrigger trigger) {
        List<FieldError> errors = new ArrayList<>();
        if ((trigger.event() == null) == (trigger.cron() == null)) {
            errors.add(FieldError.body("/event", "There must be either an event or a cron schedule."));
        } else if (trigger.event() != null) {
            errors.addAll(errors(trigger.event()));
        } else {
            errors.addAll(errors(trigger.cron()));
        }
        InputTemplate.errors(trigger.inputs()).forEach(error -> errors.add(FieldError.body("/inputs", error)));
        ObjectNode given = InputTemplate.hasReferences(trigger.inputs()) ? null : trigger.inputs();
        if (given == null) {
            submission.processError(trigger.process()).ifPresent(errors::add);
        } else {
            errors.addAll(submission.errors(trigger.job(given)));
        }
        return errors;
    }

    private List<FieldError> errors(NewTrigger.EventRule event) {
        List<FieldError> errors = new ArrayList<>();
        if (!config.topics().contains(event.topic())) {
            errors.add(FieldError.body("/event/topic", "must be one of " + String.join(", ", config.topics())));
        }
        if (event.data().size() > MOST_CONDITIONS) {
            errors.add(FieldError.body("/event/data", "must be at most " + MOST_CONDITIONS));
        }
        event.data().properties().stream()
                .map(Map.Entry::getKey)
                .filter(pointer -> !InputTemplate.isPointer(pointer))
                .forEach(pointer -> errors.add(FieldError.body("/event/data", pointer + " is no JSON pointer.")));
        return errors;
    }

    private List<FieldError> errors(NewTrigger.CronRule cron) {
        if (!ZONES.contains(cron.zone())) {
            return List.of(FieldError.body("/cron/zone", "must be the IANA name of a time zone"));
        }
        try {
            return schedule(cron).next(clock.instant()).isPresent()
                    ? List.of()
                    : List.of(FieldError.body("/cron/expression", "This is never due."));
        } catch (IllegalArgumentException | DateTimeException e) {
            return List.of(FieldError.body("/cron/expression", "must be a cron expression of five fields"));
        }
    }

    /** A schedule that passed. */
    static CronSchedule schedule(NewTrigger.CronRule cron) {
        return CronSchedule.parse(cron.expression(), ZoneId.of(cron.zone()));
    }
}
