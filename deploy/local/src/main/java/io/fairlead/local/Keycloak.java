package io.fairlead.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * The real Keycloak distribution with the realm of the repository. Built once into the cache; every stack sees it
 * through links from a home of its own, because Keycloak writes beside its programs.
 */
final class Keycloak {

    private static final List<String> OPTIONS =
            List.of("--db=postgres", "--http-relative-path=/auth", "--health-enabled=true");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Context context;

    Keycloak(Context context) {
        this.context = context;
    }

    /** Unpacks and builds it unless that was done before. Needs no other part. */
    Path prepare() {
        String name = "keycloak-%s-%08x".formatted(Versions.keycloak(), OPTIONS.hashCode());
        Path folder = context.settings().cache().resolve(name);
        boolean first = !Files.isDirectory(folder);
        if (first) {
            context.progress().line("keycloak", "unpacking and building it, once, about half a minute");
        }
        return Archives.once(folder, this::build);
    }

    /** Starts it on the database. */
    Child start(Path distribution) {
        int port = context.port(Ports.KEYCLOAK);
        PortOwner.requireFree("keycloak's management", context.port(Ports.KEYCLOAK_MANAGEMENT));
        Path home = home(distribution);
        List<String> command = java(context.settings(), home, 320);
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + context.port(Ports.KEYCLOAK_MANAGEMENT),
                "--hostname=" + context.settings().publicUrl() + "/auth",
                "--proxy-headers=xforwarded"));
        return context.supervisor()
                .start(new Launch(
                        "keycloak", command, environment(), context.data().log("keycloak"), port));
    }

    /** Waits until it serves the realm, which takes longest when its database is new. */
    void awaitReady(Child child) {
        String realm = context.settings().loopback(Ports.KEYCLOAK) + "/auth/realms/fairlead";
        Readiness.await(child, PATIENCE, () -> Http.status(realm) == 200);
        context.supervisor().watch(child);
        context.progress().line("keycloak", "ready on 127.0.0.1:" + context.port(Ports.KEYCLOAK));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("KC_DB_URL", "jdbc:" + context.settings().keycloakDatabaseUrl());
        environment.put("KC_DB_USERNAME", Postgres.KEYCLOAK);
        environment.put("KC_DB_PASSWORD", context.databasePassword(Postgres.KEYCLOAK));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", context.secrets().of("keycloak-admin"));
        environment.put("FAIRLEAD_PUBLIC_URL", context.settings().publicUrl());
        return environment;
    }

    private void build(Path draft) throws IOException {
        Path archive = context.settings()
                .root()
                .resolve("deploy/local/target/dist/keycloak-quarkus-dist-" + Versions.keycloak() + ".tar.gz");
        if (!Files.isRegularFile(archive)) {
            throw new LaunchException("the Keycloak distribution is missing (" + archive
                    + "): mvn -DskipTests package brings it, or FAIRLEAD_OIDC_URL names a running server");
        }
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive))) {
            Archives.untar(tar, draft, 1);
        }
        List<String> command = java(context.settings(), draft, 512);
        command.add("build");
        command.addAll(OPTIONS);
        Launch launch =
                new Launch("keycloak-build", command, Map.of(), context.data().log("keycloak-build"), 0);
        Process process = context.forker().fork(launch);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LaunchException("keycloak could not be built: " + Readiness.reason(launch.log()));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while building keycloak", e);
        }
    }

    private Path home(Path distribution) {
        Path home = context.data().path().resolve("keycloak");
        Path realms = home.resolve("data/import");
        try {
            Files.createDirectories(realms);
            for (String part : List.of("lib", "conf", "providers", "themes", "bin")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            Path realm = context.settings().root().resolve("deploy/keycloak/realm-fairlead.json");
            Path imported = realms.resolve("realm-fairlead.json");
            if (Files.exists(imported) && Files.mismatch(realm, imported) >= 0) {
                context.progress()
                        .line(
                                "keycloak",
                                "the realm in the repository has changed since this data folder "
                                        + "was made; it keeps its own until --fresh");
            } else {
                Files.copy(realm, imported, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LaunchException("cannot prepare " + home + ": " + e.getMessage(), e);
        }
        return home;
    }

    /** Java itself rather than kc.sh: a script that is killed would leave it behind. */
    private static List<String> java(Settings settings, Path home, int heapMegabytes) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"));
        if (settings.small()) {
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }
}
