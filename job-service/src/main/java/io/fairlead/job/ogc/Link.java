package io.fairlead.job.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/** A link as OGC API documents have it. Its address is absolute and as seen from outside the gateway. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, String title) {

    private static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

    /** Relation types that the standard registers. */
    public static final String CONFORMANCE = OGC + "conformance";

    public static final String PROCESSES = OGC + "processes";
    public static final String JOB_LIST = OGC + "job-list";
    public static final String RESULTS = OGC + "results";
    public static final String EXECUTE = OGC + "execute";

    /**
     * A link to a JSON document of this service.
     *
     * @param path from the root, without a leading slash
     */
    public static Link to(UriInfo uri, String path, String rel, String title) {
        return to(uri.getBaseUri(), path, rel, title);
    }

    /** The same, where this API's address is known and there is no request. */
    public static Link to(URI base, String path, String rel, String title) {
        return new Link(base.resolve(path).toString(), rel, MediaType.APPLICATION_JSON, title);
    }

    /**
     * The links of a list's page: to itself, and to the next one if there is one.
     *
     * @param cursor the next page's, null after the last
     */
    public static List<Link> ofPage(UriInfo uri, String cursor) {
        Link self = new Link(uri.getRequestUri().toString(), "self", MediaType.APPLICATION_JSON, "This page");
        if (cursor == null) {
            return List.of(self);
        }
        String next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
        return List.of(self, new Link(next, "next", MediaType.APPLICATION_JSON, "The next page"));
    }

    /** A link to something that is not plain JSON. */
    public Link as(String mediaType) {
        return new Link(href, rel, mediaType, title);
    }
}
