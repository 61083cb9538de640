package io.fairlead.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.testkit.SecuredParts;
import io.fairlead.testkit.Tool;
import io.fairlead.testkit.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image as it was built, unpacked and run without a container engine. Only root can do that, and only on Linux. */
class ImageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String SERVICE = System.getProperty("images.service");
    private static final String VERSION = System.getProperty("images.version");
    private static final Path OUT = Path.of(System.getProperty("images.out"));
    /** Where the container finds what is mounted for it. */
    private static final String MOUNT = "/run/fairlead";

    @TempDir
    static Path folder;

    private static Path root;
    private static JsonNode image;

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(
                !Tool.run(List.of("unshare", "--mount", "chroot", "--userspec=0:0", "/", "true"))
                        .failed(),
                "no root on a Linux here, so the image is not run");
        root = folder.resolve("root");
        image = RootFolder.unpack(OUT.resolve(SERVICE + "-" + VERSION + ".tar"), root);
    }

    @Test
    void shouldBecomeReadyAsNobodyOnAReadOnlyRootWithTheClassesOfItsArchive() throws Exception {
        SecuredParts parts = new SecuredParts();
        int port = Ports.free();
        try (Container container =
                Container.start(root, image, folder.resolve("log"), port, environment(parts, port))) {
            Awaitility.await().atMost(PATIENCE).until(container::isReady);

            assertThat(status(container, "Uid")).containsOnly("65532");
            assertThat(status(container, "Gid")).containsOnly("65532");
            assertThat(status(container, "CapEff")).containsExactly("0000000000000000");
            assertThat(Files.readString(
                            Path.of("/proc", "" + container.process().pid(), "mountinfo")))
                    .contains(" / ro");
            long archived = container
                    .log()
                    .lines()
                    .filter(line -> line.endsWith("shared objects file (top)"))
                    .count();
            assertThat(archived).isGreaterThan(3000);
            Tool.Outcome health = Tool.run(health(container, port));
            assertThat(health.exit()).as(health.output()).isZero();
            assertThat(Tool.run(health(container, Ports.free())).exit()).isPositive();
            // 128 + SIGTERM: it went of its own accord.
            assertThat(container.terminate()).isEqualTo(143);
            assertThat(container.log()).contains(SERVICE + " stopped in");
        } finally {
            parts.stop();
        }
    }

    @Test
    void shouldHaveNeitherAShellNorAPackageManager() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .doesNotContain("sh", "bash", "dash", "busybox", "apt", "dpkg", "apt-get")
                    .contains("java", "ca-certificates.crt");
        }
    }

    @Test
    void shouldSayWhatItIsAndWhatIsInIt() throws IOException {
        JsonNode labels = image.at("/config/Labels");
        JsonNode bill = new ObjectMapper().readTree(root.resolve("app/bom.json").toFile());

        assertThat(labels.get("org.opencontainers.image.title").asText()).isEqualTo(SERVICE);
        assertThat(labels.get("org.opencontainers.image.version").asText()).isEqualTo(VERSION);
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.get("components").findValuesAsText("name"))
                .contains("quarkus-core", "fairlead-core", "libc6", "openjdk");
        assertThat(OUT.resolve(SERVICE + "-" + VERSION + ".cdx.json"))
                .hasSameTextualContentAs(root.resolve("app/bom.json"));
    }

    /** The parts' settings as variables, their files mounted as a pod's secrets are. */
    private static Map<String, String> environment(SecuredParts parts, int port) throws IOException {
        Map<String, String> settings = new HashMap<>(parts.start());
        Path host = Path.of(settings.get("fairlead.database.ca")).getParent();
        Path secrets = Files.createDirectories(root.resolve(MOUNT.substring(1)).resolve("secrets"));
        Files.copy(host.resolve("ca.pem"), secrets.resolveSibling("ca.pem"));
        try (Stream<Path> files = Files.list(host.resolve("secrets"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, secrets.resolve(file.getFileName()));
            }
        }
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(
                key.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT), value.replace(host.toString(), MOUNT)));
        environment.put("FAIRLEAD_HTTP_PORT", "" + port);
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx256m -Xshare:on -Xlog:class+load");
        return environment;
    }

    /** The image's own health check, run in the container. */
    private static List<String> health(Container container, int port) {
        return List.of(
                "nsenter",
                "--target=" + container.process().pid(),
                "--mount",
                "--root",
                "--wd",
                "/opt/java/bin/java",
                "-cp",
                "/app/health",
                Health.class.getName(),
                "http://127.0.0.1:" + port + "/q/health/ready");
    }

    private static List<String> status(Container container, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + container.process().pid(), "status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .flatMap(line ->
                        Stream.of(line.substring(field.length() + 1).strip().split("\\s+")))
                .toList();
    }
}
