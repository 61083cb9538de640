package io.fairlead.relay.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** The outside APIs that this service relays. */
@ApplicationScoped
public class Upstreams {

    private final Upstream menu;

    Upstreams(MenuUpstreamSettings settings) {
        String base = settings.url().toString().replaceFirst("/+$", "");
        this.menu = new Upstream(
                "menu",
                URI.create(base),
                settings.connectTimeout(),
                settings.timeout(),
                settings.maxBody().asLongValue(),
                settings.defaultFreshness(),
                settings.staleIfError());
    }

    /** The lunch-menu API, which is also the default. */
    public Upstream menu() {
        return menu;
    }

    /** All of them, by name. */
    public List<Upstream> all() {
        return List.of(menu);
    }
}
