package io.fairlead.fleet.change;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who changed what and when, newest first. It outlives what it tells of. */
@ApplicationScoped
public class History {

    private static final String LIST =
            """
            select * from change
            where kind = $1 and key = $2 and ($3::bigint is null or id < $3)
              and ($4::text[] is null or vessels && $4)
            order by id desc limit $5
            """;

    private final Pool pool;
    private final Caller caller;

    History(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** One page of a thing's history; fails with 404 when it has none that the caller may see. */
    public Uni<Page<ChangeEntry>> list(Subject subject, String key, Paging paging) {
        Long before = paging.after(1).map(parts -> id(parts.get(0))).orElse(null);
        Tuple parameters = Tuple.tuple()
                .addString(subject.kind())
                .addString(key)
                .addLong(before)
                .addArrayOfString(caller.readableVessels()
                        .map(codes -> codes.toArray(String[]::new))
                        .orElse(null))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(rows -> Rows.list(rows, row -> ChangeEntry.from(row).seenBy(caller.readableVessels())))
                .invoke(entries -> requireSome(entries, before, subject, key))
                .map(entries -> Page.of(entries, paging, entry -> List.of(Long.toString(entry.id()))));
    }

    private static void requireSome(List<ChangeEntry> entries, Long before, Subject subject, String key) {
        if (entries.isEmpty() && before == null) {
            throw Problems.notFound("There is no history of " + subject.kind() + " " + key + ".");
        }
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    /** The shape of a page, for the document. */
    public record HistoryPage(
            List<ChangeEntry> items,
            @org.eclipse.microprofile.openapi.annotations.media.Schema(nullable = true) String next) {}
}
