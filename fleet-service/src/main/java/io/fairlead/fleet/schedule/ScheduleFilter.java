package io.fairlead.fleet.schedule;

import io.fairlead.core.problem.ParameterBean;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which schedules are asked for. */
public class ScheduleFilter extends TimeSpan implements ParameterBean {

    @QueryParam("kind")
    @Parameter(description = "Only schedules of this kind.")
    ScheduleKind kind;

    @QueryParam("status")
    @Parameter(description = "Only schedules of this status.")
    ScheduleStatus status;

    String kind() {
        return kind == null ? null : kind.toString();
    }

    String status() {
        return status == null ? null : status.toString();
    }
}
