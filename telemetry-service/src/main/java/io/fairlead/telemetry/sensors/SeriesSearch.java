package io.fairlead.telemetry.sensors;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.SeriesTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds the series that a question is about. */
@ApplicationScoped
public class SeriesSearch {

    /** No limit. */
    public static final int ALL = Integer.MAX_VALUE;

    private static final String ONE = "select s.* from series s where s.vessel = $1 and s.id = $2";
    private static final String REPORTED =
            """
            select s.* from series s join vessel v on v.code = s.vessel
            where s.reported and s.id >= $3 and ($1::text[] is null or s.vessel = any($1))
                and ($2::text[] is null or s.channel = any($2))
            order by s.id limit $4
            """;

    private final Pool pool;

    SeriesSearch(Pool pool) {
        this.pool = pool;
    }

    /** A vessel's series of that id. */
    Uni<Optional<Series>> one(String vessel, long id) {
        return list(ONE, Tuple.of(vessel, id)).map(found -> found.stream().findFirst());
    }

    /**
     * The series that have readings, by id.
     *
     * @param vessels only of these; null for all
     * @param channels only of these names; null or empty for all
     * @param from only ids from this one on
     */
    public Uni<List<Series>> reported(List<String> vessels, List<String> channels, long from, int most) {
        String[] names = channels == null || channels.isEmpty() ? null : channels.toArray(String[]::new);
        String[] codes = vessels == null ? null : vessels.toArray(String[]::new);
        return list(REPORTED, Tuple.of(codes, names, from, most));
    }

    private Uni<List<Series>> list(String query, Tuple parameters) {
        return pool.preparedQuery(query).execute(parameters).map(rows -> Rows.list(rows, SeriesTable::series));
    }
}
