package io.fairlead.fleet.retirement;

import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Changes;
import io.fairlead.fleet.equipment.EquipmentSwitch;
import io.fairlead.fleet.vessel.Vessel;
import io.fairlead.fleet.vessel.VesselStatus;
import io.fairlead.fleet.vessel.Vessels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a vessel out of the fleet. It stays readable with its history and its links; what is on board is switched off
 * in the same transaction.
 */
@ApplicationScoped
public class Retirement {

    private final Pool pool;
    private final Vessels vessels;
    private final EquipmentSwitch equipment;
    private final Changes changes;

    Retirement(Pool pool, Vessels vessels, EquipmentSwitch equipment, Changes changes) {
        this.pool = pool;
        this.vessels = vessels;
        this.equipment = equipment;
        this.changes = changes;
    }

    /** Retires a vessel; one that is retired stays as it is. */
    Uni<Vessel> retire(String code, IfMatch condition) {
        return pool.withTransaction(transaction -> vessels.lock(transaction, code)
                .invoke(vessel -> Preconditions.check(condition, vessel.version()))
                .chain(vessel -> vessel.status() == VesselStatus.RETIRED
                        ? Uni.createFrom().item(vessel)
                        : retire(transaction, vessel)));
    }

    private Uni<Vessel> retire(SqlConnection transaction, Vessel vessel) {
        return vessels.retire(transaction, vessel).call(retired -> equipment
                .offOnBoard(transaction, vessel.code())
                .chain(off -> changes.append(transaction, all(retired.change("retired"), off))));
    }

    private static List<Change> all(Change vessel, List<Change> equipment) {
        return Stream.concat(Stream.of(vessel), equipment.stream()).toList();
    }
}
