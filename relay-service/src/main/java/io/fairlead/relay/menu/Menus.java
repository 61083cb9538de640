package io.fairlead.relay.menu;

import io.fairlead.core.problem.Problems;
import io.fairlead.relay.cache.Answer;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.fairlead.relay.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Today's menus, as the lunch-menu API has them, through the cache. */
@ApplicationScoped
public class Menus {

    static final String RESTAURANTS = "/api/restaurant";
    static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    private static final int AT_ONCE = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Upstreams upstreams;
    private final ResponseCache cache;

    Menus(Upstreams upstreams, ResponseCache cache) {
        this.upstreams = upstreams;
        this.cache = cache;
    }

    /**
     * What was read out of an answer.
     *
     * @param value what was read
     * @param answer the answer it was read from
     */
    record Found<T>(T value, Answer answer) {}

    Uni<Found<List<Restaurant>>> restaurants() {
        return read(RESTAURANTS, "There are no restaurants.", MenuReader::restaurants);
    }

    Uni<Found<RestaurantMenu>> menu(String identifier) {
        String unknown = "There is no restaurant " + identifier + ".";
        if (!IDENTIFIER.matcher(identifier).matches()) {
            return Uni.createFrom().failure(Problems.notFound("There is no restaurant of that name."));
        }
        return read(RESTAURANTS + "/" + identifier, unknown, body -> MenuReader.menu(identifier, body));
    }

    /** Where dishes are served today that have a text in their name, in the order of the restaurants. */
    Uni<List<ServedDish>> serving(String text) {
        return restaurants()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found.value()))
                .onItem()
                .transformToUni(restaurant -> serving(restaurant, text))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(perRestaurant -> perRestaurant.stream()
                        .flatMap(List::stream)
                        .distinct()
                        .sorted(Comparator.comparing((ServedDish served) ->
                                        served.restaurant().identifier())
                                .thenComparing(ServedDish::dish))
                        .toList());
    }

    private Uni<List<ServedDish>> serving(Restaurant restaurant, String text) {
        return menu(restaurant.identifier()).map(found -> found.value().dishesWith(text).stream()
                .map(dish -> new ServedDish(dish.dish(), restaurant))
                .toList());
    }

    private <T> Uni<Found<T>> read(String path, String missing, Function<byte[], Optional<T>> reader) {
        return cache.get(upstreams.menu(), path)
                .map(answer -> switch (answer.response().status()) {
                    case OK -> new Found<>(
                            reader.apply(answer.response().body())
                                    .orElseThrow(() -> unusable("sent something other than menus")),
                            answer);
                    case NOT_FOUND -> throw Problems.notFound(missing);
                    default -> throw unusable(
                            "answered with status " + answer.response().status());
                });
    }

    private UpstreamFailure unusable(String reason) {
        return new UpstreamFailure(upstreams.menu().name(), Kind.UNUSABLE, reason);
    }
}
