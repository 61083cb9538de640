package io.fairlead.fleet.vessel;

import io.fairlead.core.problem.ParameterBean;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
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

    @QueryParam("text")
    @Size(min = 1, max = 200)
    @Parameter(description = "Only vessels with this text in their code or name, in any case.")
    String text;

    @QueryParam("sort")
    @DefaultValue("code")
    @Parameter(description = "What to sort by; `-` before it turns the order round.")
    VesselSort sort;

    String type() {
        return type == null ? null : type.toString();
    }

    String status() {
        return status == null ? null : status.toString();
    }
}
