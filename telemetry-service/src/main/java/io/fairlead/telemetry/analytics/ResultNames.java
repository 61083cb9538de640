package io.fairlead.telemetry.analytics;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says under which names there are results that the caller may see. */
@ApplicationScoped
class ResultNames {

    private static final String LIST =
            """
            select name, array_agg(distinct type order by type) as types,
                coalesce(array_agg(distinct unit order by unit) filter (where unit <> ''), '{}') as units,
                coalesce(array_agg(distinct vessel order by vessel) filter (where vessel <> ''), '{}') as vessels,
                bool_or(vessel = '') as fleet
            from analytics_name
            where name > $1 and ($2::text[] is null or vessel = any($2))
            group by name order by name limit $3
            """;

    private final Pool pool;
    private final Caller caller;

    ResultNames(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    Uni<Page<ResultName>> list(Paging paging) {
        String after = paging.after(1).map(key -> key.get(0)).orElse("");
        if (after.indexOf('\0') >= 0) {
            throw Paging.badCursor();
        }
        String[] scope = caller.readableVessels()
                .map(codes -> codes.toArray(String[]::new))
                .orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.tuple().addString(after).addArrayOfString(scope).addInteger(paging.fetch()))
                .map(rows -> Page.of(Rows.list(rows, ResultName::from), paging, name -> List.of(name.name())));
    }
}
