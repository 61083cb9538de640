package io.fairlead.images;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the code says that deployments must say too. */
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("fairlead.root"));
    private static final String SHARED = "common/core/src/main/resources/META-INF/microprofile-config.properties";
    private static final Pattern USED = Pattern.compile("\\$\\{(fairlead\\.[a-z.-]+)");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"([a-z.-]+)\"");
    private static final Pattern MAPPED = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");

    private Repository() {}

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of a pattern finds in a file. */
    static String find(String file, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(read(file));
        if (!found.find()) {
            throw new IllegalStateException(file + " has no " + pattern);
        }
        return found.group(1);
    }

    /** A setting of a service as it is when nobody says otherwise. */
    static String setting(String service, String key) {
        return properties(service + "/src/main/resources/application.properties")
                .getProperty(key);
    }

    /** The keys that a service takes settings by. */
    static Set<String> keys(String service) {
        String own = service + "/src/main/resources/application.properties";
        Set<String> keys = new TreeSet<>(properties(SHARED).stringPropertyNames());
        keys.addAll(properties(own).stringPropertyNames());
        collect(USED, read(SHARED) + read(own), keys);
        for (String sources : new String[] {"common/core/src/main/java", service + "/src/main/java"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                    String source = read(ROOT.relativize(file).toString());
                    collect(INJECTED, source, keys);
                    mapped(source, keys);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return keys;
    }

    /** A mapping's methods are keys under its prefix; those that it inherits stand in the interface it extends. */
    private static void mapped(String source, Set<String> keys) {
        Matcher prefix = MAPPED.matcher(source);
        if (prefix.find()) {
            Matcher method = Pattern.compile("^    [A-Za-z<>.]+ ([a-zA-Z]+)\\(\\);", Pattern.MULTILINE)
                    .matcher(source);
            while (method.find()) {
                String name = method.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                keys.add(prefix.group(1) + "." + name);
            }
        }
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static Properties properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
