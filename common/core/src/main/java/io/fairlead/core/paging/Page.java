package io.fairlead.core.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items the items, in the list's order
 * @param next the cursor of the next page, or null after the last
 */
public record Page<T>(
        List<T> items,
        @Schema(nullable = true, description = "The cursor of the next page; null after the last.") String next) {

    /**
     * The page that rows make which were fetched with {@link Paging#fetch()}.
     *
     * @param rows at most one more than the limit
     * @param paging what was asked for
     * @param key a row's sort key
     */
    public static <T> Page<T> of(List<T> rows, Paging paging, Function<T, List<String>> key) {
        if (rows.size() <= paging.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, paging.limit()));
        return new Page<>(items, Cursor.encode(key.apply(items.get(items.size() - 1))));
    }

    /** The answer: this page as the body, and a {@code Link} to the next (RFC 8288). */
    public Response response(UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(this);
        if (next != null) {
            URI following =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            answer.header("Link", "<" + following + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
