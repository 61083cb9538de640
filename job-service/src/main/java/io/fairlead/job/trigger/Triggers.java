package io.fairlead.job.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.job.project.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The triggers. Who wrote one sees it, so do administrators and the members of the project in which it starts jobs; everybody
 * else is told that there is none.
 */
@ApplicationScoped
class Triggers {

    private static final String SEEN =
            """
            select * from job_trigger
            where (owner = $1 or $2::boolean or exists (
                select from project_member where project = job_trigger.project and subject = $1))
            """;
    private static final String FIND = SEEN + " and id = $3";
    private static final String LIST = SEEN + " and ($3::uuid is null or id > $3) order by id limit $4";
    private static final String ADD =
            """
            insert into job_trigger (definition, enabled, topic, event_type, project, next_fire,
                                     owner, owner_name, owner_vessels, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
            returning *
            """;
    private static final String UPDATE =
            """
            update job_trigger set definition = $1, enabled = $2, topic = $3, event_type = $4, project = $5,
                next_fire = $6, owner = $7, owner_name = $8, owner_vessels = $9, updated_at = $10, version = version + 1
            where id = $11
            returning *
            """;
    private static final String OF_EVENT =
            """
            select * from job_trigger
            where enabled and topic = $1 and (event_type is null or event_type = $2)
                and date_trunc('milliseconds', created_at) <= $3
            order by id
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    Triggers(Pool pool, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a trigger. */
    Uni<Trigger> add(SqlConnection transaction, NewTrigger trigger, Person person, Instant nextFire) {
        return transaction
                .preparedQuery(ADD)
                .execute(row(trigger, person, nextFire))
                .map(rows -> of(rows.iterator().next()));
    }

    /** Writes a trigger anew, in the name of the person. */
    Uni<Trigger> write(SqlConnection transaction, UUID id, NewTrigger trigger, Person person, Instant nextFire) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(row(trigger, person, nextFire).addUUID(id))
                .map(rows -> of(rows.iterator().next()));
    }

    Uni<Void> remove(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("delete from job_trigger where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** A trigger; fails with 404 when there is none or the person does not see it. */
    Uni<Trigger> get(String id, Person person) {
        return find(pool, FIND, id, person);
    }

    /** The same, locked until the transaction ends. */
    Uni<Trigger> lock(SqlConnection transaction, String id, Person person) {
        return find(transaction, FIND + " for update of job_trigger", id, person);
    }

    private Uni<Trigger> find(SqlClient database, String query, String id, Person person) {
        return database.preparedQuery(query)
                .execute(Tuple.of(person.subject(), person.admin(), parse(id)))
                .map(rows -> Rows.first(rows, this::of).orElseThrow(() -> unknown(id)));
    }

    /** One page of those that the person sees, oldest first. */
    Uni<Page<Trigger>> list(Person person, Paging paging) {
        UUID after = paging.after(1).map(key -> Paging.id(key.get(0))).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(person.subject(), person.admin(), after, paging.fetch()))
                .map(rows -> Page.of(
                        Rows.list(rows, this::of),
                        paging,
                        trigger -> List.of(trigger.id().toString())));
    }

    /** Those that wait for events of this type and were there when it happened. */
    Uni<List<Trigger>> ofEvent(SqlClient database, String topic, String type, Instant time) {
        return database.preparedQuery(OF_EVENT)
                .execute(Tuple.of(topic, type, Rows.utc(time)))
                .map(rows -> Rows.list(rows, this::of));
    }

    private Tuple row(NewTrigger trigger, Person person, Instant nextFire) {
        return Tuple.tuple()
                .addString(write(trigger))
                .addBoolean(trigger.enabled())
                .addString(trigger.event() == null ? null : trigger.event().topic())
                .addString(trigger.event() == null ? null : trigger.event().type())
                .addString(trigger.project())
                .addOffsetDateTime(Rows.utc(nextFire))
                .addString(person.subject())
                .addString(person.name())
                .addArrayOfString(person.vessels())
                .addOffsetDateTime(OffsetDateTime.now(clock));
    }

    /** A trigger as its row says. */
    Trigger of(Row row) {
        return new Trigger(
                row.getUUID("id"),
                read(row.getString("definition")),
                row.getString("owner_name"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getLong("version"),
                row.getBoolean("enabled") ? Rows.instant(row, "next_fire") : null,
                Rows.instant(row, "last_fired"),
                row.getUUID("last_job"),
                row.getString("last_error"),
                Rows.instant(row, "last_error_at"),
                row.getLong("fired"),
                row.getLong("failed"),
                person(row));
    }

    /** Whoever wrote it, but never as an administrator: what a trigger may do, it may as a member. */
    private static Person person(Row row) {
        String[] vessels = row.getArrayOfStrings("owner_vessels");
        return new Person(
                row.getString("owner"),
                row.getString("owner_name"),
                false,
                new VesselScope(Optional.ofNullable(vessels).map(codes -> Set.of(codes))));
    }

    private String write(NewTrigger trigger) {
        try {
            return json.writeValueAsString(trigger);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private NewTrigger read(String definition) {
        try {
            return json.readValue(definition, NewTrigger.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored trigger cannot be read", e);
        }
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound("There is no trigger " + id + ".");
    }
}
