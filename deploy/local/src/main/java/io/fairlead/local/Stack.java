package io.fairlead.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole suite on this machine. {@code deploy/up} holds one for as long as it runs; the end-to-end test drives one
 * on free ports.
 */
public final class Stack implements AutoCloseable {

    private static final Duration LEFT_OVERS = Duration.ofSeconds(20);
    private static final Duration GATEWAY = Duration.ofMinutes(1);

    private final Context context;
    private final DataFolder data;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "start");
        thread.setDaemon(true);
        return thread;
    });

    private Stack(Context context, DataFolder data) {
        this.context = context;
        this.data = data;
    }

    /**
     * Starts everything and returns when the gateway answers for every service.
     *
     * @param settings where and how
     * @param fresh whether to forget the data of earlier runs first
     * @param progress who is told
     * @return the running stack
     */
    public static Stack start(Settings settings, boolean fresh, Progress progress) {
        Stack stack = prepare(settings, fresh, progress);
        try {
            stack.startParts();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Takes the data folder, ends what an earlier launcher left behind, and starts nothing yet. */
    static Stack prepare(Settings settings, boolean fresh, Progress progress) {
        DataFolder data = DataFolder.open(settings.data());
        Ledger ledger = Ledger.in(settings.data());
        List<String> ended = ledger.endLeftOvers(LEFT_OVERS);
        if (!ended.isEmpty()) {
            progress.line("launcher", "ended what an earlier launcher left behind: " + String.join(", ", ended));
        }
        if (fresh) {
            data.clear();
        }
        data.keepPreviousLogs();
        Forker forker = new Forker();
        Supervisor supervisor = new Supervisor(
                forker, ledger, progress, new Ledger.Addresses(settings.publicUrl(), settings.kafkaBootstrap()));
        return new Stack(new Context(settings, data, Secrets.in(settings.data()), supervisor, forker, progress), data);
    }

    /** Starts each part as soon as what it stands on is there. */
    void startParts() {
        Settings settings = context.settings();
        CompletableFuture<Void> postgres = part(given("FAIRLEAD_DATABASE_URL"), () -> new Postgres(context).start());
        CompletableFuture<Void> kafka = part(given("FAIRLEAD_KAFKA_BOOTSTRAP"), () -> new Kafka(context).start());
        CompletableFuture<Void> menu = part(given("FAIRLEAD_RELAY_MENU_URL"), () -> new MenuStub(context).start());
        CompletableFuture<Void> traefik = part(given("FAIRLEAD_PUBLIC_URL"), () -> new Traefik(context).start());
        CompletableFuture<Void> keycloak = part(given("FAIRLEAD_OIDC_URL"), () -> keycloak(postgres));
        List<CompletableFuture<?>> all = new ArrayList<>(List.of(postgres, kafka, menu, traefik, keycloak));
        for (Service service : Service.values()) {
            if (settings.ours(service)) {
                all.addAll(instances(service, CompletableFuture.allOf(postgres, kafka)));
            }
        }
        await(all);
        awaitGateway();
    }

    /** Starts the lake on top, which reads topics that telemetry-service has made. */
    public void startLake() {
        new Lake(context).start();
    }

    private List<CompletableFuture<Void>> instances(Service service, CompletableFuture<Void> foundations) {
        CompletableFuture<Path> jar = CompletableFuture.supplyAsync(() -> ServiceFiles.copy(context, service), threads);
        return IntStream.range(0, context.settings().instances())
                .mapToObj(i -> foundations.thenCombineAsync(
                        jar,
                        (ready, file) -> {
                            new Instance(context, service, i, file).start();
                            return (Void) null;
                        },
                        threads))
                .toList();
    }

    private void keycloak(CompletableFuture<Void> postgres) {
        Keycloak keycloak = new Keycloak(context);
        var distribution = keycloak.prepare();
        postgres.join();
        keycloak.awaitReady(keycloak.start(distribution));
    }

    private boolean given(String variable) {
        return context.settings().value(variable).isPresent();
    }

    private CompletableFuture<Void> part(boolean elsewhere, Runnable start) {
        return elsewhere ? CompletableFuture.completedFuture(null) : CompletableFuture.runAsync(start, threads);
    }

    /** Waits for all, or for the first that fails. */
    private static void await(List<CompletableFuture<?>> parts) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        parts.forEach(part -> part.whenComplete((done, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        }));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)), failed)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What a caller outside sees counts, not what each part says of itself. */
    private void awaitGateway() {
        if (given("FAIRLEAD_PUBLIC_URL")) {
            return;
        }
        if (!given("FAIRLEAD_OIDC_URL")) {
            awaitThroughGateway("/auth/realms/fairlead");
        }
        Stream.of(Service.values()).filter(context.settings()::ours).forEach(this::awaitThroughGateway);
        context.progress().line("gateway", "answers for every service at " + url());
    }

    private void awaitThroughGateway(Service service) {
        awaitThroughGateway("/openapi/" + service.key() + ".json");
    }

    private void awaitThroughGateway(String path) {
        String address = context.settings().loopback(Ports.GATEWAY) + path;
        Readiness.await(child("traefik"), GATEWAY, path, () -> Http.status(address) == 200);
    }

    /** The address of everything. */
    public String url() {
        return context.settings().publicUrl();
    }

    public Settings settings() {
        return context.settings();
    }

    /** Where the broker takes connections. */
    public String kafka() {
        return context.settings().kafkaBootstrap();
    }

    /** SIGKILL to every instance of a service, as a test or a power cut does; the supervisor brings them back. */
    public void kill(Service service) {
        for (int i = 0; i < context.settings().instances(); i++) {
            kill(service, i);
        }
    }

    /** SIGKILL to one instance of a service; the supervisor brings it back. */
    public void kill(Service service, int index) {
        child(Instance.name(service, index)).process().destroyForcibly();
    }

    /** SIGTERM to one instance of a service; the supervisor brings it back. Gives the process that is to end. */
    Process terminate(Service service, int index) {
        Child child = child(Instance.name(service, index));
        child.stop();
        return child.process();
    }

    /** Waits until the gateway itself has seen that an instance is ready. */
    void awaitRouted(Service service, int index) {
        String metrics = context.settings().loopback(Ports.GATEWAY_INTERNAL) + "/metrics";
        String up = "traefik_service_server_up{service=\"%s@file\",url=\"http://127.0.0.1:%d\"} 1"
                .formatted(service.key(), context.settings().ports().of(service, index));
        Readiness.await(
                child("traefik"), GATEWAY, up, () -> Http.send(Http.to(metrics).build())
                        .body()
                        .contains(up));
    }

    /** Waits until an instance is ready again and its service answers through the gateway. */
    public void awaitService(Service service, int index) {
        String ready = "http://127.0.0.1:" + context.settings().ports().of(service, index) + "/q/health/ready";
        Readiness.await(child("traefik"), GATEWAY, ready, () -> Http.status(ready) == 200);
        awaitThroughGateway(service);
    }

    private Child child(String name) {
        return context.supervisor().child(name).orElseThrow(() -> new LaunchException(name + " is not running"));
    }

    Context context() {
        return context;
    }

    /** Stops every process, in reverse order, and lets go of the data folder. */
    @Override
    public void close() {
        context.supervisor().stop();
        data.close();
        threads.shutdownNow();
    }
}
