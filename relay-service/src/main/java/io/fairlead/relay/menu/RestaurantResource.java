package io.fairlead.relay.menu;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.relay.relay.RelayedResponse;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Restaurants and their menus of the day. */
@Path("/restaurant")
@PermitAll
@SecurityRequirements
@Tag(name = "Lunch", description = "Where and what to eat today.")
@APIResponse(responseCode = "502", description = "The lunch-menu API failed, and nothing is kept.")
@APIResponse(responseCode = "504", description = "The lunch-menu API does not answer in time, and nothing is kept.")
public class RestaurantResource {

    private final Menus menus;

    RestaurantResource(Menus menus) {
        this.menus = menus;
    }

    /** The shape of a page of restaurants. */
    @Schema(name = "Restaurants")
    record Restaurants(List<Restaurant> items, @Schema(nullable = true) String next) {}

    @GET
    @Operation(operationId = "listRestaurants", summary = "List restaurants by identifier")
    @APIResponse(
            responseCode = "200",
            description = "A page of restaurants, by identifier. `Cache-Status` says where it came from.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Restaurants.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; the problem names it.")
    public Uni<Response> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        String after = paging.after(1).map(key -> key.get(0)).orElse("");
        return menus.restaurants().map(found -> {
            List<Restaurant> rows = found.value().stream()
                    .filter(restaurant -> restaurant.identifier().compareTo(after) > 0)
                    .sorted(Comparator.comparing(Restaurant::identifier))
                    .limit(paging.fetch())
                    .toList();
            Response page = Page.of(rows, paging, restaurant -> List.of(restaurant.identifier()))
                    .response(uri);
            return RelayedResponse.describe(Response.fromResponse(page), found.answer())
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRestaurant", summary = "Get a restaurant with its menu of the day")
    @APIResponse(
            responseCode = "200",
            description = "The restaurant. `Cache-Status` says where it came from.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RestaurantMenu.class)))
    @APIResponse(responseCode = "404", description = "There is no such restaurant.")
    public Uni<Response> get(@Parameter(example = "quayside") @PathParam("id") String id) {
        return menus.menu(id).map(found -> RelayedResponse.describe(Response.ok(found.value()), found.answer())
                .build());
    }
}
