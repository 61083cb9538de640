package io.fairlead.telemetry.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.http.Download;
import io.fairlead.core.paging.Page;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.iso19848.PackageResource;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * In which form sensor data is given out: the parameter {@code format}, or else the header Accept. JSON and packages are
 * paged; the others give all rows at once.
 */
public enum Form {
    @JsonProperty("json")
    JSON(MediaType.APPLICATION_JSON, null),
    @JsonProperty("iso19848")
    ISO19848(PackageResource.ISO_19848, null),
    @JsonProperty("csv")
    CSV(Form.CSV_TYPE, "csv"),
    @JsonProperty("ndjson")
    NDJSON(Form.NDJSON_TYPE, "ndjson"),
    @JsonProperty("arrow")
    ARROW(Form.ARROW_TYPE, "arrows"),
    @JsonProperty("parquet")
    PARQUET(Form.PARQUET_TYPE, "parquet");

    public static final String CSV_TYPE = "text/csv";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String ARROW_TYPE = "application/vnd.apache.arrow.stream";
    public static final String PARQUET_TYPE = "application/vnd.apache.parquet";

    private final MediaType type;
    private final String extension;

    Form(String type, String extension) {
        this.type = MediaType.valueOf(type);
        this.extension = extension;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its media type. */
    public String type() {
        return type.toString();
    }

    /** What files of it are called behind the dot; null for forms with pages. */
    public String extension() {
        return extension;
    }

    /** Whether it gives all rows at once. */
    public boolean isBulk() {
        return extension != null;
    }

    /**
     * The form that is wanted.
     *
     * @param asked what the parameter says, or null
     * @param offered the forms that there are; of those that fit equally well, the first
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the parameter names one that there is not
     */
    public static Form of(Form asked, HttpHeaders headers, List<Form> offered) {
        if (asked != null && !offered.contains(asked)) {
            throw Problems.badRequest(FieldError.query(
                    "format",
                    "must be one of " + offered.stream().map(Form::toString).collect(Collectors.joining(", "))));
        }
        return asked != null
                ? asked
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(accepted -> offered.stream().filter(form -> form.type.isCompatible(accepted)))
                        .findFirst()
                        .orElse(offered.get(0));
    }

    /** A page given out as JSON. */
    public static Response json(Page<?> page, UriInfo uri) {
        return Response.fromResponse(page.response(uri))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** A page given out as a package, with the link to the next. */
    public static Response packaged(Page<?> page, Object content, UriInfo uri) {
        return Response.fromResponse(page.response(uri))
                .entity(content)
                .type(ISO19848.type)
                .build();
    }

    /**
     * Rows given out in this form.
     *
     * @param name the name of the file that browsers make of it, without extension
     */
    Response response(Download download, String name) {
        MediaType full = this == CSV ? MediaType.valueOf(CSV_TYPE + ";charset=UTF-8;header=present") : type;
        return Response.ok(download, full)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"")
                .build();
    }

    /** All forms but packages. */
    public static List<Form> tables() {
        return Arrays.stream(values()).filter(form -> form != ISO19848).toList();
    }
}
