package io.fairlead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of a built service to run from: a JVM reads its jars as it goes, so the next build would pull them away from
 * under a running one.
 */
final class ServiceFiles {

    private ServiceFiles() {}

    /** Copies the service into the data folder and gives the jar to run. */
    static Path copy(Context context, Service service) {
        Path built = context.settings().root().resolve(service.module()).resolve("target/quarkus-app");
        if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
            throw new LaunchException(service.module() + " is not built: mvn -DskipTests package");
        }
        return copy(context, built, service.module()).resolve("quarkus-run.jar");
    }

    /** Copies a folder into the data folder and gives the copy. */
    static Path copy(Context context, Path built, String name) {
        Path copy = context.data().path().resolve("run").resolve(name);
        try {
            if (Files.isDirectory(copy)) {
                DataFolder.delete(copy);
            }
            Files.createDirectories(copy.getParent());
            copy(built, copy);
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException("cannot copy " + built + " to " + copy + ": " + e.getMessage(), e);
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path source : tree.toList()) {
                Files.copy(source, to.resolve(from.relativize(source)));
            }
        }
    }
}
