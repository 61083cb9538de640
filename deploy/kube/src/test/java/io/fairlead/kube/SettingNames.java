package io.fairlead.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that a service takes for settings: those whose keys stand in its code or in what all share. */
final class SettingNames {

    /** Quarkus' own, the JVM's, and Kafka clients' (which take every {@code kafka.} key), which no code of ours names. */
    private static final Set<String> OTHERS = Set.of(
            "JAVA_TOOL_OPTIONS",
            "QUARKUS_CONFIG_LOCATIONS",
            "QUARKUS_INIT_AND_EXIT",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION");

    private static final Pattern KEY = Pattern.compile("(?<![\\w./])(?:fairlead|quarkus)\\.[a-z][a-z.-]*[a-z]");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^    [A-Za-z<>.]+ ([a-zA-Z]+)\\(\\);");

    private SettingNames() {}

    /** @param service the name of its module */
    static Set<String> of(String service) {
        Set<String> names = new TreeSet<>(OTHERS);
        for (String module : List.of("common/core", service)) {
            for (String source : sources(Tools.root().resolve(module).resolve("src/main"))) {
                keys(source).map(SettingNames::variable).forEach(names::add);
            }
        }
        return names;
    }

    private static Stream<String> keys(String source) {
        return Stream.concat(
                KEY.matcher(source).results().map(MatchResult::group),
                MAPPING.matcher(source).results().flatMap(mapping -> METHOD.matcher(source)
                        .results()
                        .map(method -> mapping.group(1) + "." + method.group(1))));
    }

    /** As MicroProfile Config writes a key, a method's name first with dashes between its words. */
    private static String variable(String key) {
        return key.replaceAll("([A-Z])", "_$1").replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .map(Folders::read)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
