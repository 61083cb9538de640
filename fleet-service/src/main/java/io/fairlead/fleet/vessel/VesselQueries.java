package io.fairlead.fleet.vessel;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.List;

/** Lists vessels, filtered and in an order of choice. */
@ApplicationScoped
public class VesselQueries {

    private static final int KEY_PARTS = 3;
    private static final String LIST =
            """
            select * from vessel
            where ($1::text is null or type = $1) and ($2::text is null or status = $2)
              and ($3::text is null or strpos(lower(code || ' ' || name), lower($3)) > 0)
              and ($4::text[] is null or code = any($4))
              and %s
            order by %s limit $7
            """;

    private final Pool pool;
    private final Caller caller;

    VesselQueries(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** One page of the vessels that the caller may see. */
    Uni<Page<Vessel>> list(VesselFilter filter, Paging paging) {
        VesselSort sort = filter.sort;
        List<String> after = paging.after(KEY_PARTS).orElse(null);
        requireKey(sort, after);
        Tuple parameters = Tuple.tuple()
                .addString(filter.type())
                .addString(filter.status())
                .addString(filter.text)
                .addArrayOfString(caller.readableVessels()
                        .map(codes -> codes.toArray(String[]::new))
                        .orElse(null))
                .addString(after == null ? null : after.get(1))
                .addString(after == null ? null : after.get(2))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST.formatted(sort.after("$5", "$6"), sort.order()))
                .execute(parameters)
                .map(rows -> Page.of(
                        Rows.list(rows, Vessel::from),
                        paging,
                        vessel -> List.of(sort.toString(), sort.key(vessel), vessel.code())));
    }

    /** A cursor belongs to the order in which it was made. */
    private static void requireKey(VesselSort sort, List<String> after) {
        if (after == null) {
            return;
        }
        try {
            sort.requireKey(after.get(1));
        } catch (DateTimeException e) {
            throw Paging.badCursor();
        }
        if (!after.get(0).equals(sort.toString()) || after.toString().indexOf('\0') >= 0) {
            throw Paging.badCursor();
        }
    }
}
