package io.fairlead.relay;

import io.fairlead.parts.MenuUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The lunch-menu API for all tests of this service, which find it in their field of type {@link MenuUpstream}. */
@QuarkusTestResource(OutsideWorld.class)
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    /** How long the relay waits for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private MenuUpstream upstream;

    @Override
    public Map<String, String> start() {
        try {
            upstream = MenuUpstream.start(0);
            return Map.of("fairlead.relay.menu.url", upstream.url(), "fairlead.relay.menu.timeout", "" + PATIENCE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, new TestInjector.MatchesType(MenuUpstream.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
