package io.fairlead.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PromQL of the dashboards and the alert rules, and the metrics that it names. */
final class Queries {

    private static final Pattern EXPR = Pattern.compile("(?m)^( +)expr: (?:\\|\\n((?:\\1 .*\\n)+)|(.*))");
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((\\w+), \\w+\\)");

    /** What stands between metrics and is none: texts, selectors, ranges, lists of labels. */
    private static final Pattern BESIDE = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]"
            + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\boffset\\s+\\w+");

    /** A name that is not called. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?![\\w:]|\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "inf", "nan");

    private Queries() {}

    static List<String> ofDashboards(Path root) throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("deploy/helm/fairlead/files/dashboards"))) {
            for (Path file : files.toList()) {
                JsonNode board = new ObjectMapper().readTree(Files.readString(file));
                board.path("panels")
                        .forEach(panel -> queries.addAll(panel.path("targets").findValuesAsText("expr")));
                for (String query : board.path("templating").findValuesAsText("query")) {
                    Matcher variable = VARIABLE.matcher(query);
                    if (variable.matches()) {
                        queries.add(variable.group(1));
                    }
                }
            }
        }
        return queries;
    }

    static List<String> ofRules(Path root) throws IOException {
        Matcher found = EXPR.matcher(Files.readString(root.resolve("deploy/helm/fairlead/files/rules.yaml")));
        List<String> queries = new ArrayList<>();
        while (found.find()) {
            queries.add(found.group(2) == null ? found.group(3) : found.group(2));
        }
        return queries;
    }

    static Set<String> metrics(String query) {
        // A selector may hold braces in a text, so texts go first.
        String text = query.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("\\{[^}]*}", "");
        Matcher name = NAME.matcher(BESIDE.matcher(text).replaceAll(" "));
        Set<String> names = new TreeSet<>();
        while (name.find()) {
            if (!OPERATORS.contains(name.group().toLowerCase())) {
                names.add(name.group());
            }
        }
        return names;
    }
}
