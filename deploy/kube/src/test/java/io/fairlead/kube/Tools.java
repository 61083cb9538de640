package io.fairlead.kube;

import java.nio.file.Files;
import java.nio.file.Path;

/** The programs and files that {@code deploy/kube/tools} gets, as it told Maven of them. */
final class Tools {

    private Tools() {}

    /** @throws IllegalStateException where the tool was not got */
    static Path path(String name) {
        if (!has(name)) {
            throw new IllegalStateException(
                    "-Dfairlead.tools.%s=PATH is missing: deploy/kube/tools %s".formatted(name, name));
        }
        return Path.of(System.getProperty(property(name)));
    }

    static boolean has(String name) {
        String path = System.getProperty(property(name), "");
        return !path.isEmpty() && Files.exists(Path.of(path));
    }

    static Path root() {
        return Path.of(System.getProperty("fairlead.root")).toAbsolutePath().normalize();
    }

    static Path chart() {
        return root().resolve("deploy/helm/fairlead");
    }

    private static String property(String name) {
        return "fairlead.tools." + name;
    }
}
