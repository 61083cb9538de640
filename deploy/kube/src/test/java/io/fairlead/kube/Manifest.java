package io.fairlead.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One object as it was written, and as it reads. */
record Manifest(String yaml, JsonNode object) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---.*$");

    /** @return the objects of a file in which lines of three dashes part them */
    static List<Manifest> all(String yaml) {
        return Arrays.stream(SEPARATOR.split(yaml))
                .map(Manifest::one)
                .filter(manifest -> manifest.object().isObject())
                .toList();
    }

    static Manifest one(String yaml) {
        try {
            return new Manifest(yaml, YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    static Manifest of(JsonNode object) {
        return new Manifest(object.toString(), object);
    }

    String apiVersion() {
        return object.path("apiVersion").asText();
    }

    String kind() {
        return object.path("kind").asText();
    }

    String name() {
        return object.path("metadata").path("name").asText();
    }

    Optional<String> namespace() {
        return Optional.ofNullable(object.path("metadata").get("namespace")).map(JsonNode::asText);
    }

    /** @return the pod that a workload would make: admission looks at pods only when they are made */
    Optional<ObjectNode> pod() {
        JsonNode spec = object.path("spec");
        JsonNode template = "CronJob".equals(kind())
                ? spec.path("jobTemplate").path("spec").path("template")
                : spec.path("template");
        boolean workload = List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob")
                .contains(kind());
        if (!workload || !template.isObject()) {
            return Optional.empty();
        }
        ObjectNode pod = template.deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.withObject("/metadata").put("generateName", name() + "-");
        return Optional.of(pod);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
