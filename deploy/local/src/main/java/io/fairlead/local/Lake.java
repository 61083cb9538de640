package io.fairlead.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The worker of Kafka Connect that writes readings and windows into Iceberg tables, when it is asked for. */
final class Lake {

    private static final String NAME = "lake";
    private static final String COMMIT_SECONDS = "30";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Context context;

    Lake(Context context) {
        this.context = context;
    }

    void start() {
        int port = context.port(Ports.LAKE);
        List<String> command = Jvm.command(context.settings(), 256, 160);
        command.addAll(List.of("-cp", libraries() + "/*", "io.fairlead.lake.LakeWorker"));
        Child child = context.supervisor()
                .start(new Launch(
                        NAME, command, environment(port), context.data().log(NAME), port));
        String sinks = context.settings().loopback(Ports.LAKE) + "/connectors/lake-";
        Readiness.await(
                child,
                PATIENCE,
                () -> Http.status(sinks + "readings/tasks/0/status") == 200
                        && Http.status(sinks + "windows/tasks/0/status") == 200);
        context.supervisor().watch(child);
        context.progress().line(NAME, "tables telemetry.readings and telemetry.windows in " + warehouse());
    }

    private Path libraries() {
        Path built = context.settings().root().resolve("telemetry-service/lake/target/worker");
        if (!Files.isRegularFile(built.resolve("fairlead-lake.jar"))) {
            throw new LaunchException("the lake is not built: deploy/up --lake builds it");
        }
        return ServiceFiles.copy(context, built, NAME);
    }

    /** A folder beside the suite's other data, unless told otherwise; what else is said of the lake the child inherits. */
    String warehouse() {
        return context.settings()
                .value("FAIRLEAD_LAKE_WAREHOUSE")
                .orElseGet(() -> context.data().path().resolve(NAME).toString());
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("FAIRLEAD_KAFKA_BOOTSTRAP", context.settings().kafkaBootstrap());
        environment.put("FAIRLEAD_HTTP_HOST", "127.0.0.1");
        environment.put("FAIRLEAD_HTTP_PORT", Integer.toString(port));
        environment.put("FAIRLEAD_LAKE_NAME", NAME);
        environment.put("FAIRLEAD_LAKE_WAREHOUSE", warehouse());
        environment.put(
                "FAIRLEAD_LAKE_COMMIT_SECONDS",
                context.settings().value("FAIRLEAD_LAKE_COMMIT_SECONDS").orElse(COMMIT_SECONDS));
        return environment;
    }
}
