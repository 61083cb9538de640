package io.fairlead.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of one of our services. */
final class Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Settings of a service that a caller of the launcher may make for all of them. */
    private static final List<String> PASSED_ON =
            List.of("FAIRLEAD_TRACES_ENDPOINT", "FAIRLEAD_TRACES_STATEMENTS", "FAIRLEAD_LOG_JSON");

    private final Context context;
    private final Service service;
    private final int index;
    private final Path jar;

    Instance(Context context, Service service, int index, Path jar) {
        this.context = context;
        this.service = service;
        this.index = index;
        this.jar = jar;
    }

    static String name(Service service, int index) {
        return index == 0 ? service.module() : service.module() + "-" + (index + 1);
    }

    void start() {
        Child child = context.supervisor().start(launch());
        Readiness.await(child, PATIENCE, () -> Http.status(url() + "/q/health/ready") == 200);
        context.supervisor().watch(child);
        context.progress().line(child.name(), "ready on 127.0.0.1:" + port());
    }

    private Launch launch() {
        List<String> command = Jvm.command(context.settings(), 128, 128);
        command.addAll(List.of("-jar", jar.toString()));
        String name = name(service, index);
        return new Launch(name, command, environment(), context.data().log(name), port());
    }

    private Map<String, String> environment() {
        Settings settings = context.settings();
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("FAIRLEAD_HTTP_HOST", "127.0.0.1");
        environment.put("FAIRLEAD_HTTP_PORT", Integer.toString(port()));
        environment.put("FAIRLEAD_DATABASE_URL", settings.databaseUrl());
        environment.put("FAIRLEAD_DATABASE_PASSWORD", context.databasePassword(service.schema()));
        environment.put("FAIRLEAD_KAFKA_BOOTSTRAP", settings.kafkaBootstrap());
        environment.put("FAIRLEAD_OIDC_URL", settings.oidcUrl());
        environment.put("FAIRLEAD_OIDC_ISSUER", settings.issuer());
        environment.put("FAIRLEAD_CLIENT_SECRET", secret());
        environment.put(
                "FAIRLEAD_SHUTDOWN_DELAY",
                settings.value("FAIRLEAD_SHUTDOWN_DELAY").orElse("0s"));
        PASSED_ON.forEach(name -> settings.value(name).ifPresent(value -> environment.put(name, value)));
        if (service == Service.JOB) {
            environment.put("FAIRLEAD_TELEMETRY_URL", settings.gatewayUrl());
            environment.put("FAIRLEAD_FLEET_URL", settings.gatewayUrl());
            environment.put("FAIRLEAD_COMMANDS_BASE", settings.publicUrl().replaceFirst("/*$", "/"));
        }
        if (service == Service.RELAY) {
            environment.put("FAIRLEAD_RELAY_MENU_URL", settings.menuUrl());
        }
        return environment;
    }

    private String secret() {
        return context.settings()
                .value("FAIRLEAD_" + service.name() + "_CLIENT_SECRET")
                .orElse(service.module() + "-demo");
    }

    private int port() {
        return context.settings().ports().of(service, index);
    }

    private String url() {
        return "http://127.0.0.1:" + port();
    }
}
