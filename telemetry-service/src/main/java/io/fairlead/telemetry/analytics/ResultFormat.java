package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.paging.Page;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page of results as the caller accepts it: JSON, or a row or line for each; the next page is in Link. */
@Singleton
class ResultFormat {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final String HEADER = "id,name,vessel,start,end,type,value,unit,model,version,run,producedAt,"
            + "recordedAt,revision,current\r\n";

    private final ObjectMapper json;

    ResultFormat(ObjectMapper json) {
        this.json = json;
    }

    Response response(Page<Result> page, UriInfo uri, HttpHeaders headers) {
        Response asJson = page.response(uri);
        return switch (accepted(headers)) {
            case CSV -> text(asJson, CSV + ";charset=UTF-8;header=present", csv(page.items()));
            case NDJSON -> text(asJson, NDJSON, lines(page.items()));
            default -> Response.fromResponse(asJson)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        };
    }

    private static Response text(Response page, String type, String text) {
        return Response.fromResponse(page)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .entity(text)
                .type(type)
                .build();
    }

    private static String accepted(HttpHeaders headers) {
        List<MediaType> known =
                List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV), MediaType.valueOf(NDJSON));
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(wanted -> known.stream().filter(wanted::isCompatible).limit(1))
                .findFirst()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static String csv(List<Result> results) {
        return results.stream().map(ResultFormat::row).collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(Result result) {
        return Stream.of(
                        result.id(),
                        result.name(),
                        result.vessel(),
                        result.start(),
                        result.end(),
                        result.type(),
                        result.value(),
                        result.unit(),
                        result.model().name(),
                        result.model().version(),
                        result.run().id(),
                        result.producedAt(),
                        result.recordedAt(),
                        result.revision(),
                        result.current())
                .map(ResultFormat::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** RFC 4180. A text of ours holds no line break. */
    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String lines(List<Result> results) {
        StringBuilder text = new StringBuilder();
        try {
            for (Result result : results) {
                text.append(json.writeValueAsString(result)).append('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
