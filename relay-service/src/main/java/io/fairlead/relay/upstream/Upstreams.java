package io.fairlead.relay.upstream;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The outside APIs that this service relays: those of the configuration, and those that administrators have added. A
 * change of the latter reaches other instances within seconds.
 */
@ApplicationScoped
public class Upstreams {

    private static final Logger LOG = Logger.getLogger(Upstreams.class);
    private static final String MENU = "menu";
    /** After so long each instance knows of a change, if it reaches the database. */
    static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UpstreamTable table;
    private final Map<String, Upstream> configured = new TreeMap<>();
    private volatile SortedMap<String, Known> byName = new TreeMap<>();

    /**
     * An upstream and where it comes from.
     *
     * @param upstream the upstream
     * @param version how often an administrator has described it; none when it is of the configuration
     */
    public record Known(Upstream upstream, Optional<Long> version) {}

    Upstreams(MenuUpstreamSettings menu, OtherUpstreamSettings others, UpstreamTable table) {
        this.table = table;
        others.byName().forEach((name, settings) -> configured.put(name, Upstream.of(name, settings)));
        configured.put(MENU, Upstream.of(MENU, menu));
    }

    void start(@Observes StartupEvent event) {
        load().await().atMost(PATIENCE);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return load().onFailure()
                .invoke(failure -> LOG.warnf("upstreams=old reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Reads what administrators have added. */
    Uni<Void> load() {
        return table.all().invoke(this::know).replaceWithVoid();
    }

    /** The lunch-menu API, which is also the default. */
    public Upstream menu() {
        return configured.get(MENU);
    }

    /** The one of that name. */
    public Optional<Upstream> named(String name) {
        return known(name).map(Known::upstream);
    }

    /** The one of that name, and where it comes from. */
    Optional<Known> known(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    List<Known> all() {
        return new ArrayList<>(byName.values());
    }

    /** What was read earlier may come later: nothing goes back to what it was, and nothing is ever removed. */
    synchronized void know(List<UpstreamTable.Kept> added) {
        SortedMap<String, Known> all = new TreeMap<>(byName);
        added.forEach(kept -> all.merge(
                kept.spec().name(), new Known(kept.spec().upstream(), Optional.of(kept.version())), Upstreams::newer));
        configured.forEach((name, upstream) -> all.put(name, new Known(upstream, Optional.empty())));
        byName = all;
    }

    /** The one that is known already unless the other is newer, so that comparing the two later costs nothing. */
    private static Known newer(Known known, Known read) {
        return known.version().orElse(0L) < read.version().orElse(0L) ? read : known;
    }
}
