package io.fairlead.core.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The problems that every service answers with (RFC 9457), each with a stable type.
 *
 * <p>A type is {@code /problems/{slug}}, relative to the gateway.
 */
public final class Problems {

    private Problems() {}

    /** 400: some fields are wrong; each is named. */
    public static HttpProblem badRequest(FieldError... errors) {
        return badRequest(List.of(errors));
    }

    /** 400: some fields are wrong; each is named. */
    public static HttpProblem badRequest(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are wrong.";
        return builder(400, "invalid-request", "Invalid request", detail)
                .with("errors", errors)
                .build();
    }

    /** 404: there is no such thing, or the caller may not see it. */
    public static HttpProblem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    /** 404: the request names what is not there, or what the caller may not see; each is named. */
    public static HttpProblem notFound(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " are not there.";
        return builder(404, "not-found", "Not found", detail)
                .with("errors", errors)
                .build();
    }

    /** 409: the request is good but collides with what is there. */
    public static HttpProblem conflict(String slug, String detail) {
        return of(409, slug, "Conflict", detail);
    }

    /** 409: the request collides with what is there, in these fields. */
    public static HttpProblem conflict(String slug, String detail, List<FieldError> errors) {
        return builder(409, slug, "Conflict", detail).with("errors", errors).build();
    }

    /** 403: the caller is known but may not do this. */
    public static HttpProblem forbidden(String detail) {
        return of(403, "forbidden", "Forbidden", detail);
    }

    /** 422: understood, but it cannot be done as asked. */
    public static HttpProblem unprocessable(String slug, String detail) {
        return of(422, slug, "Unprocessable content", detail);
    }

    /** 503: not now; says when to come back. */
    public static HttpProblem unavailable(String detail, Duration retryAfter) {
        return builder(503, "unavailable", "Service unavailable", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    /** 416: the range has no byte of something that is so long. */
    public static HttpProblem unsatisfiableRange(long length) {
        return builder(416, "unsatisfiable-range", "Range not satisfiable", "There are " + length + " bytes.")
                .withHeader("Content-Range", "bytes */" + length)
                .build();
    }

    /** Any other problem. */
    public static HttpProblem of(int status, String slug, String title, String detail) {
        return builder(status, slug, title, detail).build();
    }

    private static HttpProblem.Builder builder(int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }
}
