package io.fairlead.local;

import io.fairlead.parts.MenuUpstream;
import java.time.Duration;

/** Stands in for the outside menu API in a JVM of its own, so that the relay has something slow to relay. */
final class MenuStub {

    private static final String LATENCY_MILLIS = "300";

    private final Context context;

    MenuStub(Context context) {
        this.context = context;
    }

    void start() {
        int port = context.port(Ports.MENU);
        Launch launch = new Launch(
                "menu-upstream",
                Jvm.main(context.settings(), 32, MenuUpstream.class, Integer.toString(port), LATENCY_MILLIS),
                Jvm.ENVIRONMENT,
                context.data().log("menu-upstream"),
                port);
        Child child = context.supervisor().start(launch);
        String url = context.settings().loopback(Ports.MENU) + "/api/restaurant";
        Readiness.await(child, Duration.ofSeconds(30), () -> Http.status(url) == 200);
        context.supervisor().watch(child);
        context.progress().line("menu-upstream", "ready on 127.0.0.1:" + port + " (stands in for the outside API)");
    }
}
