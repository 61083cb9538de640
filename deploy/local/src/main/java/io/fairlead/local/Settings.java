package io.fairlead.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything that can differ between two stacks, read once from the environment so that nothing else looks there.
 *
 * @param root the repository
 * @param data the folder that keeps the data between runs
 * @param cache the folder of what is built or unpacked once and shared by all stacks
 * @param ports where each part listens
 * @param instances how many of each service
 * @param environment the variables that start with FAIRLEAD_, and those that find programs
 */
public record Settings(Path root, Path data, Path cache, Ports ports, int instances, Map<String, String> environment) {

    public static Settings from(Map<String, String> environment, int instances) {
        Path root = Path.of(environment.getOrDefault("FAIRLEAD_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(root.resolve("traefik/traefik.yaml"))) {
            throw new LaunchException("FAIRLEAD_ROOT is not the Fairlead repository: " + root);
        }
        return new Settings(
                root,
                dataFolder(environment),
                cacheFolder(environment),
                Ports.from(environment, instances),
                instances,
                environment);
    }

    /**
     * A stack of its own on free ports, for a test.
     *
     * @param variables what the test sets beside
     */
    public static Settings forTest(Path root, Path data, int instances, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("FAIRLEAD_"));
        environment.put("FAIRLEAD_ROOT", root.toString());
        environment.put("FAIRLEAD_LAKE_COMMIT_SECONDS", "2");
        environment.putAll(variables);
        return new Settings(
                root, data, cacheFolder(environment), Ports.free(instances), instances, Map.copyOf(environment));
    }

    static Path dataFolder(Map<String, String> environment) {
        return value(environment, "FAIRLEAD_HOME")
                .map(Path::of)
                .orElseGet(() -> underHome(environment, "XDG_DATA_HOME", ".local/share"))
                .toAbsolutePath();
    }

    private static Path cacheFolder(Map<String, String> environment) {
        return underHome(environment, "XDG_CACHE_HOME", ".cache");
    }

    private static Path underHome(Map<String, String> environment, String variable, String usual) {
        return value(environment, variable)
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home")).resolve(usual))
                .resolve("fairlead");
    }

    Optional<String> value(String variable) {
        return value(environment, variable);
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }

    /** Small heaps and the quick compiler: right for a demo on a small machine, wrong for a measurement. */
    boolean small() {
        return !"false".equals(environment.get("FAIRLEAD_SMALL"));
    }

    /** The address everybody outside uses, and the one in the tokens. */
    public String publicUrl() {
        return value("FAIRLEAD_PUBLIC_URL").orElse("http://localhost:" + ports.of(Ports.GATEWAY));
    }

    /** How a service reaches the others through the gateway, which knows who of them is alive. */
    String gatewayUrl() {
        return value("FAIRLEAD_PUBLIC_URL").orElse(loopback(Ports.GATEWAY));
    }

    String issuer() {
        return value("FAIRLEAD_OIDC_ISSUER").orElse(publicUrl() + "/auth/realms/fairlead");
    }

    /** How a service reaches the identity provider without going through the gateway. */
    String oidcUrl() {
        return value("FAIRLEAD_OIDC_URL").orElse(loopback(Ports.KEYCLOAK) + "/auth/realms/fairlead");
    }

    String databaseUrl() {
        return value("FAIRLEAD_DATABASE_URL")
                .orElse("postgresql://127.0.0.1:" + ports.of(Ports.POSTGRES) + "/fairlead");
    }

    /** Where Keycloak keeps its data, as JDBC wants it. */
    String keycloakDatabaseUrl() {
        return value("FAIRLEAD_KEYCLOAK_DATABASE_URL")
                .orElse("postgresql://127.0.0.1:" + ports.of(Ports.POSTGRES) + "/keycloak");
    }

    String kafkaBootstrap() {
        return value("FAIRLEAD_KAFKA_BOOTSTRAP").orElse("127.0.0.1:" + ports.of(Ports.KAFKA));
    }

    String menuUrl() {
        return value("FAIRLEAD_RELAY_MENU_URL").orElse(loopback(Ports.MENU));
    }

    /** Where the instances of a service answer; somebody else's when its variable is set. */
    List<String> urls(Service service) {
        return value(urlsVariable(service))
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElseGet(() -> IntStream.range(0, instances)
                        .mapToObj(i -> "http://127.0.0.1:" + ports.of(service, i))
                        .toList());
    }

    boolean ours(Service service) {
        return value(urlsVariable(service)).isEmpty();
    }

    private static String urlsVariable(Service service) {
        return "FAIRLEAD_" + service.name() + "_URLS";
    }

    String loopback(String part) {
        return "http://127.0.0.1:" + ports.of(part);
    }
}
