package io.fairlead.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A path with its parameters; each part is encoded, whatever it holds. */
public final class Query {

    private final String path;
    private final List<String> parameters = new ArrayList<>();

    private Query(String path) {
        this.path = path;
    }

    /**
     * A question to a path.
     *
     * @param template a path in which each {@code {}} stands for the next segment
     */
    public static Query to(String template, Object... segments) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (Object segment : segments) {
            int gap = template.indexOf("{}", from);
            path.append(template, from, gap).append(encoded(segment.toString()));
            from = gap + 2;
        }
        return new Query(path.append(template.substring(from)).toString());
    }

    /** Adds a parameter, unless its value is null. */
    public Query with(String name, Object value) {
        if (value != null) {
            parameters.add(encoded(name) + "=" + encoded(value.toString()));
        }
        return this;
    }

    /** Adds a parameter for each of some values. */
    public Query withEach(String name, Collection<?> values) {
        if (values != null) {
            values.forEach(value -> with(name, value));
        }
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
