package io.fairlead.local;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What processes expose to Prometheus, in its text format, together. */
final class Exposition {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** The kind of each family. */
    final Map<String, String> kinds = new HashMap<>();
    /** The labels of each name, as samples have it. */
    final Map<String, Set<String>> labels = new HashMap<>();

    static Exposition of(List<String> urls) {
        Exposition all = new Exposition();
        for (String url : urls) {
            HttpRequest request = Http.to(url).header("Accept", "text/plain").build();
            Http.send(request).body().lines().forEach(all::read);
        }
        return all;
    }

    private void read(String line) {
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (type.matches()) {
            kinds.put(type.group(1), type.group(2));
        } else if (sample.matches()) {
            Set<String> names = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                Matcher label = LABEL.matcher(sample.group(2));
                while (label.find()) {
                    names.add(label.group(1));
                }
            }
        }
    }
}
