package io.fairlead.images;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What the images are made of, from the system properties that the build sets.
 *
 * @param root the repository
 * @param out where the tarballs go
 * @param base {@code own}, a tarball's path behind {@code tar:}, or the name of an image in a registry
 * @param prefix what images' names begin with
 * @param version their tag
 * @param revision the commit they are made of
 * @param time the time of all files, and of the images: the same sources make the same images
 * @param format {@code Docker} or {@code OCI}
 * @param java the JDK that the own base's Java is linked from
 * @param services which services get an image
 */
record Settings(
        Path root,
        Path out,
        String base,
        String prefix,
        String version,
        String revision,
        Instant time,
        String format,
        Path java,
        List<String> services) {

    static Settings read() {
        return new Settings(
                Path.of(property("fairlead.root")),
                Path.of(property("images.out")),
                property("images.base"),
                property("images.prefix"),
                property("images.version"),
                property("images.revision"),
                Instant.parse(property("images.time")),
                property("images.format"),
                Path.of(System.getProperty("images.java", System.getProperty("java.home"))),
                List.of(property("images.services").split(",")));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("-D" + name + " is missing");
        }
        return value;
    }

    String name(String service) {
        return prefix + "/" + service + ":" + version;
    }

    /** A service's tarball. */
    Path tarball(String service) {
        return out.resolve(service + "-" + version + ".tar");
    }
}
