package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/operations/observability.md. */
final class MetricTable {

    private static final Pattern ROW =
            Pattern.compile("\\| `(fairlead_\\w+)` \\| ([^|]+) \\| ([^|]*)\\| ([^|]+) \\| (.+) \\|");

    /** Its kinds are words of Prometheus, followed by what else there is to say. */
    record Row(String name, String kind, Set<String> labels, Set<String> services, boolean atTimes) {

        boolean of(Service service) {
            return services.contains("all") || services.contains(service.key());
        }
    }

    private MetricTable() {}

    static List<Row> read(Path root) throws IOException {
        return Files.readAllLines(root.resolve("docs/operations/observability.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(
                        row.group(1),
                        row.group(2).split("\\W")[0].toLowerCase(Locale.ROOT),
                        words(row.group(3)),
                        words(row.group(4)),
                        row.group(2).contains("at times")))
                .toList();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.replace("`", "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
