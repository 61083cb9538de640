package io.fairlead.telemetry.sensors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.paging.Page;
import io.fairlead.telemetry.iso19848.PackageResource;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;

/** In which form sensor data is given out: the parameter {@code format}, or else the header Accept. */
public enum Form {
    @JsonProperty("json")
    JSON,
    @JsonProperty("iso19848")
    ISO19848;

    private static final MediaType PACKAGE = MediaType.valueOf(PackageResource.ISO_19848);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a package is wanted. */
    static boolean isPackage(Form asked, HttpHeaders headers) {
        if (asked != null) {
            return asked == ISO19848;
        }
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(PACKAGE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    /** A page given out as JSON. */
    static Response json(Page<?> page, UriInfo uri) {
        return Response.fromResponse(page.response(uri))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** A page given out as a package, with the link to the next. */
    static Response packaged(Page<?> page, Object content, UriInfo uri) {
        return Response.fromResponse(page.response(uri))
                .entity(content)
                .type(PACKAGE)
                .build();
    }
}
