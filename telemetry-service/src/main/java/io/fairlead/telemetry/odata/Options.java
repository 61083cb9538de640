package io.fairlead.telemetry.odata;

import io.fairlead.core.json.Storable;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.odata.query.NotSupported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.olingo.commons.core.Decoder;
import org.apache.olingo.commons.core.Encoder;

/**
 * The options of a query, decoded. An option that is not known is refused, whatever its name: one that is quietly not
 * applied answers another question than the one that was meant.
 */
record Options(Map<String, String> values) {

    private static final Set<String> KNOWN =
            Set.of("$filter", "$select", "$orderby", "$top", "$skip", "$count", "$format", "$skiptoken");
    private static final Set<String> OF_FIRST_PAGE = Set.of("$skip", "$count", "$top", "$skiptoken");
    private static final Set<String> NOT_IMPLEMENTED = Set.of(
            "$expand", "$apply", "$search", "$compute", "$levels", "$deltatoken", "$id", "$index", "$schemaversion");

    /** Forms write a space so; a plus that is meant stands in the offset of a time, or is encoded. */
    private static final Pattern SPACE = Pattern.compile("(?<![0-9.][eE])\\+(?![0-9]{2}(:|%3[aA])[0-9]{2})");

    /** The protocol wants a space behind {@code not}; several clients leave it out before a parenthesis. */
    private static final Pattern NOT = Pattern.compile("('[^']*')|\\bnot\\(");

    /** Nobody nests deeper by hand or tool, and the parser's stack is finite. */
    private static final int DEEPEST = 100;

    /**
     * Reads a query.
     *
     * @param query as it was sent, or null when there is none
     */
    static Options of(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : query == null || query.isEmpty() ? List.<String>of() : List.of(query.split("&"))) {
            int at = option.indexOf('=');
            String name = decoded(at < 0 ? option : option.substring(0, at));
            check(name);
            String value = decoded(at < 0 ? "" : option.substring(at + 1));
            if (value.isBlank()) {
                throw refused(name, "must not be empty");
            }
            if (values.put(name, value) != null) {
                throw refused(name, "must be given once");
            }
        }
        if (depth(values.getOrDefault("$filter", "")) > DEEPEST) {
            throw refused("$filter", "must not be nested deeper than " + DEEPEST);
        }
        values.computeIfPresent("$filter", (name, filter) -> spaced(filter));
        return new Options(values);
    }

    /** As the parser takes them; null when there is none. */
    String query() {
        return values.isEmpty() ? null : encoded(values);
    }

    /** Those of the page that begins behind a token. */
    String next(String token, Integer top) {
        Map<String, String> next = new LinkedHashMap<>(values);
        next.keySet().removeAll(OF_FIRST_PAGE);
        if (top != null) {
            next.put("$top", top.toString());
        }
        next.put("$skiptoken", token);
        return encoded(next);
    }

    private static void check(String name) {
        if (NOT_IMPLEMENTED.contains(name) || name.startsWith("@")) {
            throw new NotSupported("The option " + name + " is not supported.");
        }
        if (!KNOWN.contains(name)) {
            throw refused(name, "There is no option '" + name + "'.");
        }
    }

    private static String decoded(String text) {
        try {
            String decoded = Decoder.decode(SPACE.matcher(text).replaceAll("%20"));
            if (Storable.is(decoded)) {
                return decoded.strip();
            }
        } catch (IllegalArgumentException e) {
            // answered below, as any other text that cannot be
        }
        throw refused("query", "is not encoded well");
    }

    private static String spaced(String filter) {
        return NOT.matcher(filter).replaceAll(found -> found.group(1) == null ? "not (" : "$0");
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(option -> option.getKey() + "=" + Encoder.encode(option.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static int depth(String filter) {
        int depth = 0;
        int deepest = 0;
        for (char c : filter.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static RuntimeException refused(String option, String detail) {
        return Problems.badRequest(FieldError.query(option, detail));
    }
}
