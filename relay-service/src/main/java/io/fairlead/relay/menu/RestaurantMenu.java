package io.fairlead.relay.menu;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restaurant with its menu of the day. */
public record RestaurantMenu(
        @Schema(examples = "quayside") String identifier,
        @Schema(examples = "Quayside") String name,
        @Schema(nullable = true, examples = "Pier 4") String location,
        @Schema(nullable = true, description = "Its own web page.") String url,
        @Schema(nullable = true, description = "Where it is on a map.") String mapUrl,
        @Schema(description = "Today's dishes; empty on a day on which it is closed.") List<Dish> menu) {

    /** A dish on a menu. */
    public record Dish(@Schema(examples = "Salmon with dill potatoes") String dish) {}

    /** Whether today's menu has a dish with this text in its name, whatever the case. */
    List<Dish> dishesWith(String text) {
        String wanted = text.toLowerCase();
        return menu.stream()
                .filter(dish -> dish.dish().toLowerCase().contains(wanted))
                .toList();
    }
}
