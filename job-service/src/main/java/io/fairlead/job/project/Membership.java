package io.fairlead.job.project;

import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people may do with a project's jobs. */
@ApplicationScoped
public class Membership {

    private static final String STANDING =
            """
            select wanted.id, project.archived, (
                select role from project_member where project = project.id and subject = $2) as role
            from unnest($1::text[]) as wanted(id) left join project using (id)
            """;

    private static final String ROLE = "select role from project_member where project = $1 and subject = $2";

    /**
     * Why the person may not submit jobs in projects.
     *
     * @param projects ids, without doubles
     * @return the reason by id, of those projects only in which they may not
     */
    public Uni<Map<String, String>> refusals(SqlClient database, Collection<String> projects, Person person) {
        if (projects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.preparedQuery(STANDING)
                .execute(Tuple.of(projects.toArray(String[]::new), person.subject()))
                .map(rows -> refusals(rows, person));
    }

    private static Map<String, String> refusals(RowSet<Row> rows, Person person) {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Row row : rows) {
            String refusal = refusal(row.getBoolean("archived"), ProjectRole.parse(row.getString("role")), person);
            if (refusal != null) {
                refusals.put(row.getString("id"), refusal);
            }
        }
        return refusals;
    }

    private static String refusal(Boolean archived, ProjectRole role, Person person) {
        if (archived == null || role == null && !person.admin()) {
            return "There is no such project.";
        }
        if (!person.admin() && !role.includes(ProjectRole.MEMBER)) {
            return "This project's jobs are only yours to read.";
        }
        return archived ? "This project is archived." : null;
    }

    /**
     * Passes if the person may call off and repeat a project's jobs, which they see.
     *
     * @param project null for jobs without one
     * @param submitter the subject of who submitted the job, who always may
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public Uni<Void> requireWork(SqlClient database, String project, String submitter, Person person) {
        return submitter.equals(person.subject())
                ? Uni.createFrom().voidItem()
                : requireWork(database, project, person);
    }

    /**
     * Passes if the person may submit jobs in a project, which they see.
     *
     * @param project null for none, where everybody may
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public Uni<Void> requireWork(SqlClient database, String project, Person person) {
        if (project == null || person.admin()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery(ROLE)
                .execute(Tuple.of(project, person.subject()))
                .invoke(rows -> {
                    if (rows.size() == 0
                            || !ProjectRole.parse(rows.iterator().next().getString("role"))
                                    .includes(ProjectRole.MEMBER)) {
                        throw Problems.forbidden("The jobs of project " + project + " are only yours to read.");
                    }
                })
                .replaceWithVoid();
    }
}
