package io.fairlead.fleet.equipment;

import io.fairlead.core.problem.ParameterBean;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which equipment is asked for. */
public class EquipmentFilter implements ParameterBean {

    @QueryParam("status")
    @Parameter(description = "Only equipment of this status.")
    EquipmentStatus status;

    @QueryParam("text")
    @Size(min = 1, max = 200)
    @Parameter(description = "Only equipment with this text in its code, name or type, in any case.")
    String text;

    String status() {
        return status == null ? null : status.toString();
    }
}
