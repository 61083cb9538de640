package io.fairlead.telemetry.vessel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The vessels that telemetry has heard of. */
@ApplicationScoped
public class Vessels {

    private static final String KEEP =
            """
            insert into vessel as known (code, name, imo, status, version, mmsi) values ($1, $2, $3, $4, $5, $6)
            on conflict (code) do update
                set name = excluded.name, imo = excluded.imo, status = excluded.status, version = excluded.version,
                    mmsi = excluded.mmsi
                where known.version < excluded.version
            """;
    private static final String RETIRE = "update vessel set status = 'retired' where code = $1";
    private static final String FIND = "select code, imo, status from vessel where code = $1";
    private static final String FIND_BY_IMO =
            "select code, imo, status from vessel where imo = $1 order by status = 'active' desc, version desc limit 1";
    private static final String FIND_BY_MMSI =
            "select code, imo, status from vessel where mmsi = $1 order by status = 'active' desc, version desc limit 1";

    /** No text in PostgreSQL can hold it. */
    private static final char NUL = 0;

    private final Pool pool;

    Vessels(Pool pool) {
        this.pool = pool;
    }

    /** The vessel of that code. */
    public Uni<Optional<Vessel>> find(String code) {
        return one(FIND, code);
    }

    /** The vessel of that IMO number, an active one rather than a retired one. */
    public Uni<Optional<Vessel>> findByImo(String imo) {
        return one(FIND_BY_IMO, imo);
    }

    /** The vessel of that Maritime Mobile Service Identity, an active one rather than a retired one. */
    public Uni<Optional<Vessel>> findByMmsi(String mmsi) {
        return one(FIND_BY_MMSI, mmsi);
    }

    Uni<Void> keep(SqlConnection transaction, VesselChanged vessel) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        vessel.code(), vessel.name(), vessel.imo(), vessel.status(), vessel.version(), vessel.mmsi()))
                .replaceWithVoid();
    }

    Uni<Void> retire(SqlConnection transaction, String code) {
        return transaction.preparedQuery(RETIRE).execute(Tuple.of(code)).replaceWithVoid();
    }

    private Uni<Optional<Vessel>> one(String query, String key) {
        if (key.indexOf(NUL) >= 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(query).execute(Tuple.of(key)).map(Vessels::first);
    }

    private static Optional<Vessel> first(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? Optional.of(vessel(rows.iterator().next())) : Optional.empty();
    }

    private static Vessel vessel(Row row) {
        return new Vessel(row.getString("code"), row.getString("imo"), row.getString("status"));
    }
}
