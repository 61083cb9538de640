package io.fairlead.fleet.vessel;

import io.fairlead.core.problem.ParameterBean;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which vessels are asked for. */
public class VesselFilter implements ParameterBean {

    @QueryParam("type")
    @Parameter(description = "Only vessels of this type.")
    VesselType type;

    @QueryParam("status")
    @Parameter(description = "Only vessels of this status.")
    VesselStatus status;

    String type() {
        return type == null ? null : type.toString();
    }

    String status() {
        return status == null ? null : status.toString();
    }
}
