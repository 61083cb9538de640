package io.fairlead.telemetry.influx;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as clients of InfluxDB read it, in place of a problem document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A refusal as clients of InfluxDB read it.")
record InfluxError(
        @Schema(description = "What kind of refusal.", examples = "invalid") String code,
        @Schema(description = "What is wrong with each bad line.", examples = "line 2: The measurement is missing.")
                String message,
        @Schema(description = "The same, where clients of InfluxDB 1 look for it.") String error,
        @Schema(description = "The first bad line, counted from 1.", nullable = true, examples = "2") Integer line) {

    /** 400: some lines are wrong. */
    static Response lines(List<LineFault> faults) {
        String message = faults.stream()
                .map(fault -> "line %d: %s".formatted(fault.line(), fault.detail()))
                .collect(Collectors.joining("\n"));
        return answer(
                400, new InfluxError("invalid", message, message, faults.get(0).line()));
    }

    /** Ends a request with another refusal. */
    static WebApplicationException refusal(int status, String code, String message) {
        return new WebApplicationException(answer(status, new InfluxError(code, message, message, null)));
    }

    /** What the common rules refuse. */
    static Response of(HttpProblem problem) {
        String code = problem.getStatusCode() == 403 ? "forbidden" : "invalid";
        return answer(problem.getStatusCode(), new InfluxError(code, problem.getDetail(), problem.getDetail(), null));
    }

    private static Response answer(int status, InfluxError error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error)
                .build();
    }
}
