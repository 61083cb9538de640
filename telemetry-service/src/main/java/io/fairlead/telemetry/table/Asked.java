package io.fairlead.telemetry.table;

import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** In which form an answer is asked for. */
public class Asked {

    @QueryParam("format")
    @Parameter(
            description = "The form of the answer, where the header Accept cannot be set; it goes before the header."
                    + " `csv`, `ndjson`, `arrow` and `parquet` give everything at once, without pages: `limit` does not apply"
                    + " and there is no `cursor`.")
    Form format;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** The form among those that there are. */
    public Form form(List<Form> offered) {
        return Form.of(format, headers, offered);
    }

    /** The same where lists are paged; a form without pages has no cursor. */
    public Form form(List<Form> offered, Paging paging, int cursorParts) {
        Form form = form(offered);
        if (form.isBulk()) {
            requireNoCursor(paging, cursorParts);
        }
        return form;
    }

    /** Passes when no cursor was given. */
    public static void requireNoCursor(Paging paging, int parts) {
        if (paging.after(parts).isPresent()) {
            throw Problems.badRequest(FieldError.query("cursor", "There are no pages here: all comes at once."));
        }
    }

    public UriInfo uri() {
        return uri;
    }
}
