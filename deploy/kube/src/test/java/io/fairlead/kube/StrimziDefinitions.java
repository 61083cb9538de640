package io.fairlead.kube;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strimzi's resource definitions, made by Strimzi's own generator from its own classes, as its build makes them. Only of
 * {@code v1}, which is all that Strimzi 1.0 and newer serve.
 */
final class StrimziDefinitions {
    private static final String MODEL = "io.strimzi.api.kafka.model.";
    private static final Map<String, String> KINDS = Map.of(
            "kafka", MODEL + "kafka.Kafka",
            "nodepool", MODEL + "nodepool.KafkaNodePool",
            "topic", MODEL + "topic.KafkaTopic",
            "user", MODEL + "user.KafkaUser");

    private StrimziDefinitions() {}

    static List<Manifest> generate() {
        Path folder = Tools.root().resolve("deploy/kube/target/strimzi");
        // The generator's archive carries older classes of the same names: it goes last.
        String path = Stream.of("kubernetes-model-core.jar", "api.jar", "crd-generator.jar")
                .map(name -> folder.resolve(name).toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                "io.strimzi.crdgenerator.CrdGenerator",
                "--target-kube",
                "1.16+",
                "--crd-api-version",
                "v1",
                "--api-versions",
                "v1",
                "--storage-version",
                "v1"));
        Map<String, Path> files = new TreeMap<>();
        KINDS.forEach((name, type) -> files.put(type, folder.resolve(name + ".yaml")));
        files.forEach((type, file) -> command.add(type + "=" + file));
        Program.run(folder, Map.of(), Duration.ofMinutes(1), command).orFail();
        return files.values().stream()
                .flatMap(file -> Manifest.all(Folders.read(file)).stream())
                .toList();
    }
}
