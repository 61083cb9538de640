package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real gateway, with the configuration of the repository. */
final class Traefik {

    private static final List<String> LIMITS = List.of("RATE_LIMIT_AVERAGE", "RATE_LIMIT_BURST", "IN_FLIGHT_MAX");

    private final Context context;

    Traefik(Context context) {
        this.context = context;
    }

    void start() {
        TraefikBinary binary = TraefikBinary.find(context);
        int port = context.port(Ports.GATEWAY);
        PortOwner.requireFree("the gateway's internal listener", context.port(Ports.GATEWAY_INTERNAL));
        Launch launch = new Launch(
                "traefik",
                List.of(binary.path().toString(), "--configFile=" + configuration()),
                environment(),
                context.data().log("traefik"),
                port);
        Child child = context.supervisor().start(launch);
        String ping = context.settings().loopback(Ports.GATEWAY_INTERNAL) + "/ping";
        Readiness.await(child, Duration.ofSeconds(30), () -> Http.status(ping) == 200);
        context.supervisor().watch(child);
        context.progress().line("traefik", "ready on 127.0.0.1:%d (%s)".formatted(port, binary.origin()));
    }

    private Map<String, String> environment() {
        Settings settings = context.settings();
        Map<String, String> environment = new HashMap<>();
        for (Service service : Service.values()) {
            environment.put(service.name() + "_URLS", String.join(",", settings.urls(service)));
        }
        environment.put(
                "KEYCLOAK_URL", settings.value("FAIRLEAD_KEYCLOAK_URL").orElse(settings.loopback(Ports.KEYCLOAK)));
        environment.put("KEYCLOAK_ADMIN", "true");
        LIMITS.forEach(limit -> settings.value(limit).ifPresent(value -> environment.put(limit, value)));
        return environment;
    }

    /** What is said of traces where they have somewhere to go. */
    private String tracing(Path source) throws IOException {
        Settings settings = context.settings();
        Optional<String> endpoint = settings.value("FAIRLEAD_TRACES_ENDPOINT");
        if (endpoint.isEmpty()) {
            return "";
        }
        return Files.readString(source.resolve("tracing.yaml"))
                .replace("${GATEWAY_TRACES_ENDPOINT}", endpoint.get())
                .replace(
                        "${GATEWAY_TRACES_SHARE}",
                        settings.value("FAIRLEAD_TRACES_SHARE").orElse("1"));
    }

    /** Traefik expands no variables in its static file. */
    private Path configuration() {
        Path source = context.settings().root().resolve("traefik");
        Path file = context.data().path().resolve("traefik.yaml");
        try {
            String text = (Files.readString(source.resolve("traefik.yaml")) + tracing(source))
                    .replace("${GATEWAY_ADDRESS}", "127.0.0.1:" + context.port(Ports.GATEWAY))
                    .replace("${GATEWAY_INTERNAL_ADDRESS}", "127.0.0.1:" + context.port(Ports.GATEWAY_INTERNAL))
                    .replace("${GATEWAY_ROUTES}", source.resolve("dynamic.yaml").toString());
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
