package io.fairlead.relay.menu;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where to eat a dish today. */
@Path("/api/v1/dishes")
@PermitAll
@SecurityRequirements
@Tag(name = "Lunch")
public class DishResource {

    private final Menus menus;

    DishResource(Menus menus) {
        this.menus = menus;
    }

    /** The shape of a page of dishes. */
    @Schema(name = "Dishes")
    record Dishes(List<ServedDish> items, @Schema(nullable = true) String next) {}

    @GET
    @Operation(operationId = "findDishes", summary = "Find where a dish is served today")
    @APIResponse(
            responseCode = "200",
            description = "A page of dishes with their restaurants, by restaurant and name.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Dishes.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; the problem names it.")
    @APIResponse(responseCode = "502", description = "The lunch-menu API failed, and nothing is kept.")
    @APIResponse(responseCode = "504", description = "The lunch-menu API does not answer in time, and nothing is kept.")
    public Uni<Response> find(
            @Parameter(required = true, description = "A part of the dish's name, in any case.", example = "salmon")
                    @QueryParam("q")
                    @NotBlank(message = "must say what to eat")
                    @Size(max = 100, message = "must be at most 100 characters")
                    String q,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        List<String> after = paging.after(2).orElse(List.of("", ""));
        return menus.serving(q.trim()).map(dishes -> {
            List<ServedDish> rows = dishes.stream()
                    .filter(served -> isAfter(served, after))
                    .limit(paging.fetch())
                    .toList();
            return Page.of(rows, paging, served -> List.of(served.restaurant().identifier(), served.dish()))
                    .response(uri);
        });
    }

    private static boolean isAfter(ServedDish served, List<String> key) {
        int restaurant = served.restaurant().identifier().compareTo(key.get(0));
        return restaurant > 0 || (restaurant == 0 && served.dish().compareTo(key.get(1)) > 0);
    }
}
