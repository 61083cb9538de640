package io.fairlead.telemetry.analytics;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.ParameterBean;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.TimeRange;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which results are asked for. */
public class ResultFilter implements ParameterBean {

    private static final int MOST_VALUES = 1000;

    @QueryParam("name")
    @Parameter(description = "Only results of this name; may be given several times.", example = "fuel.anomaly-score")
    List<String> name;

    @QueryParam("vessel")
    @Parameter(description = "Only results about this vessel; may be given several times.", example = "MV102")
    List<String> vessel;

    @QueryParam("scope")
    @Parameter(description = "Only results about single vessels, or only those about the whole fleet.")
    Scope scope;

    @QueryParam("model")
    @Parameter(description = "Only results of the model of this name; may be given several times.")
    List<String> model;

    @QueryParam("version")
    @Parameter(description = "Only results of this version of the model; may be given several times.")
    List<String> version;

    @QueryParam("run")
    @Parameter(description = "Only results of this run; may be given several times.")
    List<String> run;

    @QueryParam("start")
    @Parameter(
            description = "Only results whose period reaches beyond this time.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String start;

    @QueryParam("end")
    @Parameter(
            description = "Only results whose period begins before this time.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String end;

    @QueryParam("state")
    @Parameter(
            description = "Whether results that a newer run of the model has replaced are shown. `current` when absent,"
                    + " but `all` when a run or version is named.")
    ResultState state;

    /** The conditions on everything but the time. */
    Conditions conditions() {
        Conditions conditions = new Conditions()
                .in("r.name", checked("name", name))
                .in("r.vessel", checked("vessel", vessel))
                .in("r.model_name", checked("model", model))
                .in("r.model_version", checked("version", version))
                .in("r.run_id", checked("run", run));
        if (scope != null) {
            conditions.add(scope == Scope.FLEET ? "r.vessel = ''" : "r.vessel <> ''");
        }
        return switch (state()) {
            case CURRENT -> conditions.add("r.current");
            case SUPERSEDED -> conditions.add("not r.current");
            case ALL -> conditions;
        };
    }

    /** The time that is asked about; all that there can be when none is. */
    TimeRange range() {
        return TimeRange.optional(start, end);
    }

    /** Values of a parameter that can be looked up. */
    static List<String> checked(String parameter, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw Problems.badRequest(FieldError.query(parameter, "may be given at most " + MOST_VALUES + " times"));
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw Problems.badRequest(FieldError.query(parameter, "must not hold U+0000"));
        }
        return values;
    }

    /** A filter without a value would quietly not be applied, and another question answered than the one meant. */
    static void requireValues(UriInfo uri) {
        List<FieldError> errors = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().contains(""))
                .map(parameter -> FieldError.query(parameter.getKey(), "must not be empty"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }

    private ResultState state() {
        if (state != null) {
            return state;
        }
        return run.isEmpty() && version.isEmpty() ? ResultState.CURRENT : ResultState.ALL;
    }
}
