package io.fairlead.job.project;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who is in which project. A project keeps at least one owner. */
@ApplicationScoped
public class Members {

    private static final String LIST =
            """
            select * from project_member where project = $1 and ($2::text is null or subject > $2)
            order by subject limit $3
            """;
    private static final String PUT =
            """
            insert into project_member (project, subject, name, role) values ($1, $2, $3, $4)
            on conflict (project, subject) do update set role = excluded.role, name = coalesce(excluded.name, project_member.name)
            returning *
            """;
    private static final String REMOVE = "delete from project_member where project = $1 and subject = $2";
    private static final String OWNERS =
            "select count(*) as owners from project_member where project = $1 and role = 'owner'";

    private final Pool pool;
    private final Projects projects;

    Members(Pool pool, Projects projects) {
        this.pool = pool;
        this.projects = projects;
    }

    /** One page of a project's members, by subject. */
    Uni<Page<Member>> list(String project, Person person, Paging paging) {
        String after = paging.after(1).map(key -> key.get(0)).orElse(null);
        return projects.get(project, person)
                .chain(() -> pool.preparedQuery(LIST).execute(Tuple.of(project, after, paging.fetch())))
                .map(rows -> Page.of(Rows.list(rows, Member::of), paging, member -> List.of(member.subject())));
    }

    /** Takes somebody in, or changes their role. */
    Uni<Member> put(String id, Member member, Person person) {
        return pool.withTransaction(transaction -> projects.lock(transaction, id, person)
                .invoke(project -> Projects.requireOwner(project, person))
                .chain(() -> transaction
                        .preparedQuery(PUT)
                        .execute(Tuple.of(
                                id,
                                member.subject(),
                                member.name(),
                                member.role().toString())))
                .map(rows -> Member.of(rows.iterator().next()))
                .call(() -> requireAnOwner(transaction, id)));
    }

    /** Takes somebody out. Anybody may leave. */
    Uni<Void> remove(String id, String subject, Person person) {
        return pool.withTransaction(transaction -> projects.lock(transaction, id, person)
                .invoke(project -> {
                    if (!subject.equals(person.subject())) {
                        Projects.requireOwner(project, person);
                    }
                })
                .chain(() -> transaction.preparedQuery(REMOVE).execute(Tuple.of(id, subject)))
                .invoke(removed -> {
                    if (removed.rowCount() == 0) {
                        throw Problems.notFound("Project " + id + " has no member " + subject + ".");
                    }
                })
                .chain(() -> requireAnOwner(transaction, id)));
    }

    private static Uni<Void> requireAnOwner(SqlConnection transaction, String id) {
        return transaction
                .preparedQuery(OWNERS)
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("owners") == 0) {
                        throw Problems.conflict("last-owner", "Project " + id + " would have no owner.");
                    }
                })
                .replaceWithVoid();
    }
}
