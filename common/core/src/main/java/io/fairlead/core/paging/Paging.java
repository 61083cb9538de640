package io.fairlead.core.paging;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.ParameterBean;
import io.fairlead.core.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is asked for. Use as {@code @Valid @BeanParam}. */
public class Paging implements ParameterBean {

    /** At most this many items, 1 to 1000. */
    @QueryParam("limit")
    @DefaultValue("100")
    @Min(value = 1, message = "must be 1 to 1000")
    @Max(value = 1000, message = "must be 1 to 1000")
    @Parameter(description = "At most this many items.")
    int limit;

    /** Where to go on, as an earlier page said; null for the first page. */
    @QueryParam("cursor")
    @Parameter(description = "Where to go on: the `next` of an earlier page. Absent for the first page.")
    String cursor;

    public int limit() {
        return limit;
    }

    /** How many rows to fetch: one more than the limit, so that it is known whether a page follows. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The sort key after which the page begins; empty for the first page.
     *
     * @param parts how many parts the list's sort key has
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming {@code cursor} when it is not one of this list's
     */
    public Optional<List<String>> after(int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> key = Cursor.decode(cursor);
            if (key.size() == parts) {
                return Optional.of(key);
            }
        } catch (IllegalArgumentException e) {
            // answered below, as any other text that is no cursor
        }
        throw badCursor();
    }

    /**
     * A part of a sort key that is a row's id.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming {@code cursor} when it is none
     */
    public static UUID id(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** What to throw when a cursor's parts turn out to be of the wrong type. */
    public static RuntimeException badCursor() {
        return Problems.badRequest(FieldError.query("cursor", "This is not a cursor of this list."));
    }
}
