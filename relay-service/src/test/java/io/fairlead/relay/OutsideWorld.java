package io.fairlead.relay;

import io.fairlead.core.identity.Roles;
import io.fairlead.parts.MenuUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The outside APIs for all tests of this service, which find them in their fields of type {@link MenuUpstream} and
 * {@link Origin}.
 */
@QuarkusTestResource(OutsideWorld.class)
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    /** How long the relay waits for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many requests a second the upstream named limited may get. */
    public static final double LIMIT = 5;

    /** How many callers may wait in an instance. */
    public static final int WAITERS = 5_000;

    private MenuUpstream upstream;
    private Origin origin;

    @Override
    public Map<String, String> start() {
        try {
            upstream = MenuUpstream.start(0);
            origin = Origin.start();
            Map<String, String> settings = new HashMap<>();
            settings.put("fairlead.relay.menu.url", upstream.url());
            settings.put("fairlead.relay.cache.waiters", "" + WAITERS);
            settings.put("fairlead.relay.menu.timeout", "" + PATIENCE);
            settings.putAll(open("origin", origin.url()));
            settings.putAll(open("limited", origin.url()));
            settings.put("fairlead.relay.upstreams.limited.requests-per-second", "" + LIMIT);
            settings.put("fairlead.relay.upstreams.limited.patience", "10s");
            settings.putAll(open("resting", origin.url()));
            settings.putAll(open("spike", origin.url()));
            settings.put("fairlead.relay.upstreams.spike.timeout", "60s");
            settings.put("fairlead.relay.upstreams.foreign.url", origin.url());
            settings.put("fairlead.relay.upstreams.closed.url", origin.url());
            settings.put("fairlead.relay.upstreams.closed.role", Roles.OPERATOR);
            settings.put("fairlead.relay.upstreams.closed.trusted", "true");
            settings.putAll(open("suite", "http://127.0.0.1:" + freePort()));
            settings.put("fairlead.relay.upstreams.suite.shares-cookies", "true");
            return settings;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of an upstream that is trusted and takes all methods. */
    private static Map<String, String> open(String name, String url) {
        String prefix = "fairlead.relay.upstreams." + name + ".";
        return Map.of(
                prefix + "url", url,
                prefix + "trusted", "true",
                prefix + "obeys-callers", "true",
                prefix + "methods", "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS,M-SEARCH,QUERY");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, new TestInjector.MatchesType(MenuUpstream.class));
        injector.injectIntoFields(origin, new TestInjector.MatchesType(Origin.class));
    }

    @Override
    public void stop() {
        upstream.close();
        origin.close();
    }
}
