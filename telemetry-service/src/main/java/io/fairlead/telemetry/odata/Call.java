package io.fairlead.telemetry.odata;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * A request, as it was sent.
 *
 * @param root the address of the service, as the client knows it, without a slash at the end
 * @param path what stands behind the root, still encoded
 * @param options the options of its query
 */
record Call(String root, String path, Options options, HttpServerRequest request) {

    static final String ROOT = "/odata/v1";

    static Call of(HttpServerRequest request, UriInfo uri) {
        return new Call(
                uri.getBaseUri().resolve(ROOT).toString(),
                request.path().substring(ROOT.length()),
                Options.of(request.query()),
                request);
    }

    /** A header's first value, or null. */
    String header(String name) {
        return request.getHeader(name);
    }

    /** All values of a header. */
    List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    /** The address of the page that begins behind a token. */
    String next(String token, Integer top) {
        return root + path + "?" + options.next(token, top);
    }
}
