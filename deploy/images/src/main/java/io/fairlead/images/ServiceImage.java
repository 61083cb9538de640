package io.fairlead.images;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One service's image. What others wrote comes in a layer of its own, so that a change of ours ships little. */
final class ServiceImage {

    /** Where the parallel collector was measured to take less CPU for the same work. */
    private static final Set<String> PARALLEL = Set.of("job-service", "relay-service");

    private static final String APP = "/app";
    private static final String ARCHIVE = APP + "/classes.jsa";

    private final Settings settings;
    private final Base base;
    private final String service;
    private final Path built;
    private final Path made;

    ServiceImage(Settings settings, Base base, String service) throws IOException {
        this.settings = settings;
        this.base = base;
        this.service = service;
        this.built = settings.root().resolve(service).resolve("target/quarkus-app");
        this.made = Files.createDirectories(settings.out().resolve(service));
        if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(service + " is not built: mvn -Pimages package");
        }
    }

    /** Builds it, and gives its tarball. */
    Path build() throws Exception {
        Path flags = Files.writeString(made.resolve("jvm.flags"), flags());
        Path bill = made.resolve("bom.json");
        new Bill(settings, base).write(service, bill);
        Files.copy(
                bill,
                settings.out().resolve(service + "-" + settings.version() + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Layer libraries = layer("libraries").add(built.resolve("lib"), APP + "/lib", file -> !isOurs(file));
        Layer app = layer("app")
                .add(built.resolve("lib"), APP + "/lib", ServiceImage::isOurs)
                .add(built.resolve("app"), APP + "/app")
                .add(built.resolve("quarkus"), APP + "/quarkus")
                .add(built.resolve("quarkus-run.jar"), APP + "/quarkus-run.jar")
                .add(health(), APP + "/health/io/fairlead/images/Health.class")
                .add(flags, APP + "/jvm.flags")
                .add(bill, APP + "/bom.json");
        Path tarball = settings.tarball(service);
        Optional<Path> archive = Optional.empty();
        if (base.tarball().isPresent()) {
            containerize(tarball, List.of(libraries, app));
            archive = new ClassArchive(made).of(tarball, command());
        }
        List<Layer> layers = new ArrayList<>(List.of(libraries, app));
        if (archive.isPresent()) {
            layers.add(layer("classes").add(archive.get(), ARCHIVE));
        }
        containerize(tarball, layers);
        return tarball;
    }

    private void containerize(Path tarball, List<Layer> layers) throws Exception {
        JibContainerBuilder image = base.begin()
                .setFileEntriesLayers(Layer.of(layers.toArray(Layer[]::new)))
                .setUser(Base.NONROOT)
                .setWorkingDirectory(AbsoluteUnixPath.get(APP))
                .setEntrypoint(command())
                .setExposedPorts(Port.tcp(port()))
                .addEnvironmentVariable("FAIRLEAD_HTTP_HOST", "0.0.0.0")
                .setLabels(labels())
                .setFormat(ImageFormat.valueOf(settings.format()))
                .setCreationTime(settings.time());
        image.containerize(Base.containerizer(settings, tarball, settings.name(service)));
    }

    /** What is on the command line stays; what the file of flags says gives way to JAVA_TOOL_OPTIONS. */
    private List<String> command() {
        return List.of(
                "java",
                "-XX:Flags=" + APP + "/jvm.flags",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:SharedArchiveFile=" + ARCHIVE,
                "-jar",
                APP + "/quarkus-run.jar");
    }

    private String flags() {
        return "MaxRAMPercentage=60\n" + (PARALLEL.contains(service) ? "+UseParallelGC\n" : "");
    }

    private Map<String, String> labels() {
        return Map.of(
                "org.opencontainers.image.title", service,
                "org.opencontainers.image.description", "Fairlead's " + service,
                "org.opencontainers.image.version", settings.version(),
                "org.opencontainers.image.revision", settings.revision(),
                "org.opencontainers.image.created", settings.time().toString(),
                "org.opencontainers.image.base.name", settings.base());
    }

    private int port() throws IOException {
        Properties properties = new Properties();
        Path file = settings.root().resolve(service).resolve("src/main/resources/application.properties");
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return Integer.parseInt(properties.getProperty("fairlead.http.port"));
    }

    private Layer layer(String name) {
        return new Layer(name, settings.time());
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().startsWith("io.fairlead.");
    }

    private static Path health() throws Exception {
        return Path.of(Health.class.getResource("Health.class").toURI());
    }
}
