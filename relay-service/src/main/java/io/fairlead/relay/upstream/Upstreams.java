package io.fairlead.relay.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outside APIs that this service relays. */
@ApplicationScoped
public class Upstreams {

    private static final String MENU = "menu";

    private final SortedMap<String, Upstream> byName = new TreeMap<>();

    Upstreams(MenuUpstreamSettings menu, OtherUpstreamSettings others) {
        others.byName().forEach((name, settings) -> byName.put(name, Upstream.of(name, settings)));
        byName.put(MENU, Upstream.of(MENU, menu));
    }

    /** The lunch-menu API, which is also the default. */
    public Upstream menu() {
        return byName.get(MENU);
    }

    /** The one of that name. */
    public Optional<Upstream> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public List<Upstream> all() {
        return new ArrayList<>(byName.values());
    }
}
