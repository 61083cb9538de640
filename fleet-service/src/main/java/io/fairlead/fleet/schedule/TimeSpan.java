package io.fairlead.fleet.schedule;

import io.fairlead.core.problem.ParameterBean;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.CommonEra;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A span of time that schedules must overlap. */
public class TimeSpan implements ParameterBean {

    @QueryParam("from")
    @CommonEra
    @Parameter(description = "Only schedules that end after this time.", example = "2027-01-01T00:00:00Z")
    Instant from;

    @QueryParam("to")
    @CommonEra
    @Parameter(description = "Only schedules that start before this time.", example = "2027-02-01T00:00:00Z")
    Instant to;

    public OffsetDateTime from() {
        return Rows.utc(from);
    }

    public OffsetDateTime to() {
        return Rows.utc(to);
    }
}
