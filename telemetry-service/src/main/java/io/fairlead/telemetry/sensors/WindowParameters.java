package io.fairlead.telemetry.sensors;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of questions about windows. */
public class WindowParameters {

    @Parameter(
            required = true,
            description = "From this time.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-01-31T00:00:00Z")
    @QueryParam("start")
    String start;

    @Parameter(
            required = true,
            description = "To this time, exclusive.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-02-01T00:00:00Z")
    @QueryParam("end")
    String end;

    @Parameter(
            description =
                    "How long a window is: an ISO 8601 duration from PT1S to P366D, PT15M if absent. Windows begin at"
                            + " multiples of it since 1970 in UTC. At most 10,000 windows are given.",
            schema = @Schema(type = SchemaType.STRING, format = "duration"),
            example = "PT15M")
    @QueryParam("interval")
    String interval;

    @Parameter(
            description = "What the numbers of a window are made into; several may be named, `mean` if absent.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            enumeration = {"count", "mean", "min", "max", "sum", "first", "last"}))
    @QueryParam("function")
    List<String> functions;

    /** The question that they ask; fails with 400 naming each that is missing or unfit. */
    WindowQuestion question() {
        return WindowQuestion.of(start, end, interval, functions);
    }
}
