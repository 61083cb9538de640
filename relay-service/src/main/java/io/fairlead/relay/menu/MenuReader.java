package io.fairlead.relay.menu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.Computation;
import io.fairlead.relay.menu.RestaurantMenu.Dish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lunch-menu API's JSON into our own shapes. It is generous with what it does not know and with empty texts,
 * and strict about what a caller could not do without: identifiers and names.
 */
@Computation
public final class MenuReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MenuReader() {}

    /** The list of restaurants; empty when the body is no such list. */
    public static Optional<List<Restaurant>> restaurants(byte[] body) {
        JsonNode list = read(body).path("restaurants");
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Restaurant> restaurants = new ArrayList<>();
        for (JsonNode entry : list) {
            if (text(entry, "identifier") == null) {
                return Optional.empty();
            }
            String identifier = text(entry, "identifier");
            restaurants.add(new Restaurant(identifier, textOr(entry, "name", identifier)));
        }
        return Optional.of(List.copyOf(restaurants));
    }

    /** A restaurant's page; empty when the body is no such page. */
    public static Optional<RestaurantMenu> menu(String identifier, byte[] body) {
        JsonNode page = read(body).path("restaurant");
        if (!page.isObject()) {
            return Optional.empty();
        }
        List<Dish> dishes = new ArrayList<>();
        for (JsonNode entry : page.path("menu")) {
            String dish = text(entry, "dish");
            if (dish != null) {
                dishes.add(new Dish(dish));
            }
        }
        return Optional.of(new RestaurantMenu(
                identifier,
                textOr(page, "title", textOr(page, "name", identifier)),
                text(page, "location"),
                text(page, "url"),
                text(page, "map_url"),
                List.copyOf(dishes)));
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("").trim();
        return text.isEmpty() ? null : text;
    }

    private static String textOr(JsonNode node, String field, String otherwise) {
        String text = text(node, field);
        return text == null ? otherwise : text;
    }
}
