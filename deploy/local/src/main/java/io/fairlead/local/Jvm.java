package io.fairlead.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the children that are JVMs are started. */
final class Jvm {

    /** Few malloc arenas: the heap is small, so the C library's caches per thread would be a good part of the whole. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command up to the class path or jar. */
    static List<String> command(Settings settings, int heapMegabytes, int metaspaceMegabytes) {
        List<String> command = new ArrayList<>(List.of(java(), "-Dfile.encoding=UTF-8"));
        if (settings.small()) {
            command.addAll(List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx" + heapMegabytes + "m",
                    "-XX:MaxMetaspaceSize=" + metaspaceMegabytes + "m",
                    "-XX:+ExitOnOutOfMemoryError"));
        }
        settings.value("FAIRLEAD_JAVA_OPTS").ifPresent(options -> command.addAll(List.of(options.split("\\s+"))));
        return command;
    }

    /** A class of the launcher's own libraries in a JVM of its own. */
    static List<String> main(Settings settings, int heapMegabytes, Class<?> main, String... arguments) {
        List<String> command = command(settings, heapMegabytes, 128);
        command.add("-Djava.util.logging.config.file="
                + settings.root().resolve("deploy/local/src/main/resources/logging.properties"));
        command.addAll(List.of("-cp", settings.root().resolve("deploy/local/target/lib") + "/*", main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
