package io.fairlead.telemetry.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Sender;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the vessel that a delta speaks of: the one of its context, or the one that the request names. */
@ApplicationScoped
class SignalKVessel {

    private static final String POINTER = "/context";

    private final ReportingVessel vessels;

    SignalKVessel(ReportingVessel vessels) {
        this.vessels = vessels;
    }

    /**
     * The vessel.
     *
     * @param context the delta's context, which may be missing
     * @param code the vessel that the request names, or null
     * @return fails with 400 when neither names a known vessel or they name two, with 403 when the sender may not write
     *     for it
     */
    Uni<Vessel> find(JsonNode context, String code, Sender sender) {
        if (!context.isMissingNode() && !context.isTextual()) {
            throw Problems.badRequest(FieldError.body(POINTER, "Expected a text."));
        }
        Optional<Context> named = Context.of(context.asText());
        if (named.isEmpty() && (code == null || code.isBlank())) {
            throw Problems.badRequest(FieldError.query(
                    "vessel",
                    "The context names no IMO number, MMSI or code, so this parameter must name the vessel."));
        }
        return named.map(found -> find(found, sender).invoke(vessel -> requireSame(vessel, code)))
                .orElseGet(() -> vessels.byCode(code, POINTER, sender));
    }

    private Uni<Vessel> find(Context named, Sender sender) {
        return switch (named.kind()) {
            case IMO -> vessels.byImo(named.text(), POINTER, sender);
            case MMSI -> vessels.byMmsi(named.text(), POINTER, sender);
            case CODE -> vessels.byCode(named.text(), POINTER, sender);
        };
    }

    private static void requireSame(Vessel vessel, String code) {
        if (code != null && !code.equals(vessel.code())) {
            throw Problems.badRequest(
                    FieldError.query("vessel", "The context names vessel " + vessel.code() + " and not this one."));
        }
    }
}
