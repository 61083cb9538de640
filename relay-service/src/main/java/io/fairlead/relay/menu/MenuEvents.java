package io.fairlead.relay.menu;

import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.relay.cache.ResponseStored;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells of each menu that was fetched anew, for whoever wants today's. */
@ApplicationScoped
class MenuEvents implements ResponseStored {

    private static final String MENU = Menus.RESTAURANTS + "/";

    private final Upstreams upstreams;
    private final Outbox outbox;

    MenuEvents(Upstreams upstreams, Outbox outbox) {
        this.upstreams = upstreams;
        this.outbox = outbox;
    }

    /**
     * The event's data.
     *
     * @param upstream the upstream's name
     * @param path where it was fetched
     * @param version grows with each fetch
     * @param fetchedAt when
     * @param restaurant the restaurant and its menu
     */
    record MenuFetched(String upstream, String path, long version, Instant fetchedAt, RestaurantMenu restaurant) {}

    @Override
    public Uni<Void> stored(SqlConnection transaction, StoredResponse response, long version) {
        String upstream = response.key().upstream();
        String path = response.key().path();
        String identifier = path.startsWith(MENU) ? path.substring(MENU.length()) : "";
        if (!upstream.equals(upstreams.menu().name())
                || !Menus.IDENTIFIER.matcher(identifier).matches()) {
            return Uni.createFrom().voidItem();
        }
        return MenuReader.menu(identifier, response.body())
                .map(menu -> new MenuFetched(upstream, path, version, response.receivedAt(), menu))
                .map(data -> Event.of(Topics.RELAY_MENUS, response.key().text(), "relay.menu.fetched", data))
                .map(event -> outbox.append(transaction, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
