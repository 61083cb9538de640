package io.fairlead.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** An image's bill of materials (CycloneDX): the service's libraries, and what the own base brings. */
final class Bill {

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Settings settings;
    private final Base base;

    Bill(Settings settings, Base base) {
        this.settings = settings;
        this.base = base;
    }

    void write(String service, Path file) throws IOException {
        Path libraries = settings.root().resolve(service).resolve("target/bom.json");
        ObjectNode bill = (ObjectNode) json.readTree(libraries.toFile());
        ArrayNode components = bill.withArrayProperty("components");
        if (Files.isDirectory(base.files())) {
            packages(components);
            java(components);
        }
        ObjectNode image = bill.withObjectProperty("metadata").withObjectProperty("component");
        image.put("type", "container");
        json.writeValue(file.toFile(), bill);
    }

    private void packages(ArrayNode components) throws IOException {
        try (Stream<Path> records = Files.list(base.files().resolve("os/var/lib/dpkg/status.d"))) {
            for (Path record : (Iterable<Path>) records.sorted()::iterator) {
                Properties control = new Properties();
                for (String line : Files.readAllLines(record)) {
                    int colon = line.indexOf(": ");
                    if (colon > 0 && !line.startsWith(" ")) {
                        control.setProperty(line.substring(0, colon), line.substring(colon + 2));
                    }
                }
                String name = control.getProperty("Package");
                String version = control.getProperty("Version");
                component(
                        components,
                        name,
                        version,
                        "pkg:deb/debian/%s@%s?arch=%s&distro=debian-12"
                                .formatted(
                                        name,
                                        version.replace("+", "%2B").replace(":", "%3A"),
                                        control.getProperty("Architecture")));
            }
        }
    }

    private void java(ArrayNode components) throws IOException {
        Properties release = new Properties();
        try (var in = Files.newInputStream(base.files().resolve("java/release"))) {
            release.load(in);
        }
        String version = release.getProperty("JAVA_VERSION").replace("\"", "");
        component(components, "openjdk", version, "pkg:generic/openjdk@" + version);
    }

    private static void component(ArrayNode components, String name, String version, String address) {
        components
                .addObject()
                .put("type", "library")
                .put("bom-ref", address)
                .put("name", name)
                .put("version", version)
                .put("purl", address);
    }
}
