package io.fairlead.job.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.job.upload.Uploads;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes results: all in one JSON object; or raw, where a single one comes as it is and several come as the parts of a
 * {@code multipart/related} (RFC 2387). A client that takes neither plain text nor parts gets JSON.
 */
@Singleton
public class ResultDocument {

    static final String MULTIPART = "multipart/related";
    private static final MediaType RELATED = new MediaType("multipart", "related");
    private static final MediaType PLAIN = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private final ObjectMapper json;

    ResultDocument(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer.
     *
     * @param link where an output is that is too large to stand in a document
     * @param boundary a text that appears in none of the results
     */
    Response.ResponseBuilder write(
            Results.Wanted results, List<MediaType> accepted, Function<String, URI> link, String boundary) {
        Map<String, String> values = new LinkedHashMap<>();
        results.outputs()
                .forEach((name, output) -> values.put(
                        name, output.upload() == null ? output.value() : reference(output.upload(), link.apply(name))));
        if (results.raw() && values.size() == 1) {
            return single(values.values().iterator().next(), accepted);
        }
        return results.raw() && accepts(accepted, RELATED)
                ? Response.ok(parts(values, boundary))
                        .type(MULTIPART + "; type=\"application/json\"; boundary=" + boundary)
                : Response.ok(document(values)).type(MediaType.APPLICATION_JSON_TYPE);
    }

    /** As the standard passes outputs by reference: a link. */
    private String reference(Uploads.Upload upload, URI address) {
        return json.createObjectNode()
                .put("href", address.toString())
                .put("type", upload.mediaType())
                .put("length", upload.bytes())
                .toString();
    }

    private Response.ResponseBuilder single(String value, List<MediaType> accepted) {
        return value.startsWith("\"") && accepts(accepted, PLAIN)
                ? Response.ok(text(value)).type(PLAIN)
                : Response.ok(value).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private String document(Map<String, String> values) {
        return values.entrySet().stream()
                .map(output -> quoted(output.getKey()) + ":" + output.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String parts(Map<String, String> values, String boundary) {
        return values.entrySet().stream()
                .map(output -> "--%s\r\nContent-ID: <%s>\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                        .formatted(boundary, output.getKey(), output.getValue()))
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
    }

    private static boolean accepts(List<MediaType> accepted, MediaType type) {
        return accepted.stream().anyMatch(range -> range.isCompatible(type));
    }

    private String quoted(String text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String value) {
        try {
            return json.readValue(value, String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored result is not JSON", e);
        }
    }
}
