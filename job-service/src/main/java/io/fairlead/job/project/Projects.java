package io.fairlead.job.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** The projects. Who is no member of one and no administrator is told that there is none. */
@ApplicationScoped
public class Projects {

    private static final String SEEN =
            """
            select project.*, member.role
            from project left join project_member as member on member.project = project.id and member.subject = $1
            where ($2::boolean or member.role is not null)
            """;
    private static final String FIND = SEEN + " and id = $3";
    private static final String LIST = SEEN
            + """
             and ($3::boolean is null or archived = $3) and ($4::text is null or id > $4)
            order by id limit $5
            """;
    private static final String ADD =
            """
            with made as (
                insert into project (id, name, description, archived, created_by, created_by_name, created_at, updated_at)
                values ($1, $2, $3, $4, $5, $6, $7, $7)
                on conflict do nothing
                returning *
            ), owner as (
                insert into project_member (project, subject, name, role) select id, $5, $6, 'owner' from made
            )
            select made.*, 'owner' as role from made
            """;
    private static final String UPDATE =
            """
            update project set name = $2, description = $3, archived = $4, updated_at = $5, version = version + 1
            where id = $1
            """;

    private final Pool pool;
    private final Patches patches;
    private final Clock clock;

    Projects(Pool pool, Patches patches, Clock clock) {
        this.pool = pool;
        this.patches = patches;
        this.clock = clock;
    }

    /** Makes a project that its maker owns; fails with 409 when there is one of that id. */
    Uni<Project> add(SqlConnection transaction, NewProject project, Person maker) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(project.id())
                        .addString(project.name())
                        .addString(project.description())
                        .addBoolean(project.archived())
                        .addString(maker.subject())
                        .addString(maker.name())
                        .addOffsetDateTime(OffsetDateTime.now(clock)))
                .map(rows -> Rows.first(rows, Project::of).orElseThrow(Projects::taken));
    }

    private static RuntimeException taken() {
        String detail = "Another project has this id.";
        return Problems.conflict("project-exists", detail, List.of(FieldError.body("/id", detail)));
    }

    /** One page of those that the person sees, by id. */
    Uni<Page<Project>> list(Person person, Boolean archived, Paging paging) {
        String after = paging.after(1).map(key -> key.get(0)).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(person.subject(), person.admin(), archived, after, paging.fetch()))
                .map(rows -> Page.of(Rows.list(rows, Project::of), paging, project -> List.of(project.id())));
    }

    /** A project; fails with 404 when there is none or the person does not see it. */
    public Uni<Project> get(String id, Person person) {
        return find(pool, FIND, id, person);
    }

    /** A project that stays as it is until the transaction ends; fails with 404 as {@link #get} does. */
    Uni<Project> lock(SqlConnection transaction, String id, Person person) {
        return find(transaction, FIND + " for update of project", id, person);
    }

    private static Uni<Project> find(SqlClient database, String query, String id, Person person) {
        return database.preparedQuery(query)
                .execute(Tuple.of(person.subject(), person.admin(), id))
                .map(rows -> Rows.first(rows, Project::of)
                        .orElseThrow(() -> Problems.notFound("There is no project " + id + ".")));
    }

    /** Changes a project; fails with 403 for who does not own it, with 412 when it was changed meanwhile. */
    Uni<Project> patch(SqlConnection transaction, String id, IfMatch condition, JsonNode patch, Person person) {
        return lock(transaction, id, person)
                .invoke(project -> requireOwner(project, person))
                .invoke(project -> Preconditions.check(condition, project.version()))
                .chain(project -> {
                    NewProject current = NewProject.of(project);
                    NewProject changed = patches.apply(current, patch);
                    if (!changed.id().equals(id)) {
                        throw Problems.badRequest(FieldError.body("/id", "The id never changes."));
                    }
                    return changed.equals(current)
                            ? Uni.createFrom().item(project)
                            : write(transaction, changed).chain(() -> lock(transaction, id, person));
                });
    }

    private Uni<Void> write(SqlConnection transaction, NewProject project) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.of(
                        project.id(),
                        project.name(),
                        project.description(),
                        project.archived(),
                        OffsetDateTime.now(clock)))
                .replaceWithVoid();
    }

    /** Passes for an owner of the project and an administrator; 403 otherwise. */
    static void requireOwner(Project project, Person person) {
        if (!person.admin() && project.role() != ProjectRole.OWNER) {
            throw Problems.forbidden("Only an owner of project " + project.id() + " may do this.");
        }
    }
}
