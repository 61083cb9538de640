package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.project.Person;
import io.fairlead.job.project.ProjectRole;
import io.fairlead.job.project.Projects;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Makes, changes and deletes triggers. Who wrote one may, so may an owner of its project and administrators. */
@ApplicationScoped
class TriggerChange {

    private final Triggers triggers;
    private final TriggerCheck check;
    private final Projects projects;
    private final Patches patches;
    private final Clock clock;

    TriggerChange(Triggers triggers, TriggerCheck check, Projects projects, Patches patches, Clock clock) {
        this.triggers = triggers;
        this.check = check;
        this.projects = projects;
        this.patches = patches;
        this.clock = clock;
    }

    Uni<Trigger> create(SqlConnection transaction, NewTrigger trigger, Person person) {
        return check.require(transaction, trigger, person)
                .chain(() -> triggers.add(transaction, trigger, person, nextFire(trigger)));
    }

    /** Whoever changes what a trigger does takes it over: nobody lets another's rights do what that person did not write. */
    Uni<Trigger> patch(SqlConnection transaction, String id, IfMatch condition, JsonNode patch, Person person) {
        return changeable(transaction, id, condition, person).chain(trigger -> {
            NewTrigger current = trigger.definition();
            NewTrigger changed = patches.apply(current, patch);
            if (changed.equals(current)) {
                return Uni.createFrom().item(trigger);
            }
            return changed.equals(current.off())
                    ? triggers.write(transaction, trigger.id(), changed, trigger.person(), null)
                    : check.require(transaction, changed, person)
                            .chain(() -> triggers.write(transaction, trigger.id(), changed, person, nextFire(changed)));
        });
    }

    Uni<Void> delete(SqlConnection transaction, String id, IfMatch condition, Person person) {
        return changeable(transaction, id, condition, person)
                .chain(trigger -> triggers.remove(transaction, trigger.id()));
    }

    private Uni<Trigger> changeable(SqlConnection transaction, String id, IfMatch condition, Person person) {
        return triggers.lock(transaction, id, person)
                .call(trigger -> requireOwner(trigger, person))
                .invoke(trigger -> Preconditions.check(condition, trigger.version()));
    }

    private Uni<Void> requireOwner(Trigger trigger, Person person) {
        if (person.admin() || trigger.person().subject().equals(person.subject())) {
            return Uni.createFrom().voidItem();
        }
        return projects.get(trigger.definition().project(), person)
                .invoke(project -> {
                    if (project.role() != ProjectRole.OWNER) {
                        throw Problems.forbidden("This trigger is another person's.");
                    }
                })
                .replaceWithVoid();
    }

    private Instant nextFire(NewTrigger trigger) {
        return trigger.cron() == null || !trigger.enabled()
                ? null
                : TriggerCheck.schedule(trigger.cron()).next(clock.instant()).orElse(null);
    }
}
