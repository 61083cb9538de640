package io.fairlead.telemetry;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts vessels where their events would have put them, for tests that are not about these events. */
@ApplicationScoped
public class KnownVessels {

    private final Pool pool;

    KnownVessels(Pool pool) {
        this.pool = pool;
    }

    public void active(String code, String imo) {
        put(code, imo, "active");
    }

    public void retired(String code, String imo) {
        put(code, imo, "retired");
    }

    /** An active vessel that Signal K may name by its MMSI. */
    public void withMmsi(String code, String mmsi) {
        active(code, null);
        pool.preparedQuery("update vessel set mmsi = $2 where code = $1")
                .execute(Tuple.of(code, mmsi))
                .await()
                .indefinitely();
    }

    private void put(String code, String imo, String status) {
        pool.preparedQuery(
                        """
                        insert into vessel (code, name, imo, status, version) values ($1, $1, $2, $3, 1)
                        on conflict (code) do nothing""")
                .execute(Tuple.of(code, imo, status))
                .await()
                .indefinitely();
    }
}
