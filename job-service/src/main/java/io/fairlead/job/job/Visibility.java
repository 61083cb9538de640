package io.fairlead.job.job;

import io.fairlead.job.project.Person;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Which jobs somebody sees: those that they submitted; those of projects that they are a member of; and, unless their
 * token is limited to some vessels, those of no project, an administrator all. A limited token sees a project's job only
 * if it speaks for all the vessels that the job reads.
 */
final class Visibility {

    private static final String SQL =
            """
            (job.created_by = %1$s
                or %3$s::text[] is null and (%2$s::boolean or job.project is null)
                or job.project is not null and (%3$s::text[] is null or job.vessels <@ %3$s) and exists (
                    select from project_member where project = job.project and subject = %1$s))
            """;

    private Visibility() {}

    /** The condition on rows of {@code job}, whose three parameters begin at this number. */
    static String sql(int first) {
        return sql("$" + first, "$" + (first + 1), "$" + (first + 2));
    }

    /** The condition on rows of {@code job} for somebody of whom these expressions tell subject, admin and vessels. */
    static String sql(String subject, String admin, String vessels) {
        return SQL.formatted(subject, admin, vessels);
    }

    /** Adds the condition's parameters. */
    static Tuple add(Tuple parameters, Person person) {
        return parameters.addString(person.subject()).addBoolean(person.admin()).addArrayOfString(person.vessels());
    }
}
