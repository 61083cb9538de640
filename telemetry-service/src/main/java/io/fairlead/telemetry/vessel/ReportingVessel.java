package io.fairlead.telemetry.vessel;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Decides for every door whether the caller may write or read a vessel's data, and whether there is such a vessel. */
@ApplicationScoped
public class ReportingVessel {

    private final Vessels vessels;
    private final Caller caller;

    ReportingVessel(Vessels vessels, Caller caller) {
        this.vessels = vessels;
        this.caller = caller;
    }

    /**
     * The vessel that a report names by its code.
     *
     * @param pointer where the report names it
     * @return fails with 403 when the caller may not write its readings, 400 when it is unknown or retired
     */
    public Uni<Vessel> byCode(String code, String pointer) {
        return byCode(code, pointer, sender());
    }

    /** The vessel that a report names by its code, whoever sent it. */
    public Uni<Vessel> byCode(String code, String pointer, Sender sender) {
        if (code == null || code.isBlank()) {
            throw Problems.badRequest(FieldError.body(pointer, "A vessel's code is needed."));
        }
        sender.requireWrite(code);
        return vessels.find(code).map(found -> active(found, code, pointer));
    }

    /** The vessel that a report names by its IMO number. */
    public Uni<Vessel> byImo(String imo, String pointer, Sender sender) {
        return vessels.findByImo(imo).map(found -> one(found, "with IMO number " + imo, pointer, sender));
    }

    /** The vessel that a report names by its Maritime Mobile Service Identity. */
    public Uni<Vessel> byMmsi(String mmsi, String pointer, Sender sender) {
        return vessels.findByMmsi(mmsi).map(found -> one(found, "with MMSI " + mmsi, pointer, sender));
    }

    /** Whoever sent the current HTTP request. */
    public Sender sender() {
        return new Sender(caller.subject(), caller::requireWrite);
    }

    private static Vessel one(Optional<Vessel> found, String name, String pointer, Sender sender) {
        found.ifPresent(vessel -> sender.requireWrite(vessel.code()));
        return active(found, name, pointer);
    }

    /** A vessel whose data is asked for; fails with 404 when it is unknown or the caller may not see it. */
    public Uni<Vessel> readable(String code) {
        return vessels.find(code).map(found -> found.filter(vessel -> caller.mayRead(vessel.code()))
                .orElseThrow(() -> Problems.notFound("There is no vessel " + code + ".")));
    }

    private static Vessel active(Optional<Vessel> found, String name, String pointer) {
        Vessel vessel = found.orElseThrow(
                () -> Problems.badRequest(FieldError.body(pointer, "There is no vessel " + name + ".")));
        if (!vessel.active()) {
            throw Problems.badRequest(FieldError.body(pointer, "Vessel " + vessel.code() + " is retired."));
        }
        return vessel;
    }
}
