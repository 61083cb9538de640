package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.HeaderFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which requests for a path a response answers, where its Vary names request fields (RFC 9111, 4.1): those fields'
 * values, in lines by name, so that two requests which mean the same make the same text. A field that the request does
 * not have stands without a colon.
 *
 * @param text the lines; empty when the response does not vary
 */
@Computation
public record Variant(String text) {

    /** Of a response that answers all requests. */
    public static final Variant ANY = new Variant("");

    /** A longer text than this is not kept: callers could fill the cache with it. */
    public static final int LONGEST = 500;

    private static final Set<String> PREFERENCES = Set.of("accept-language", "accept-encoding", "accept-charset");
    private static final String LANGUAGE = "accept-language";

    /** Which variant of a response a request asks for. */
    public static Variant of(HeaderFields request, Set<String> names) {
        return new Variant(
                new TreeSet<>(names).stream().map(name -> line(name, request)).collect(Collectors.joining("\n")));
    }

    /** The request fields on which a response depends, in lower case; {@code *} among them when on anything. */
    public static Set<String> names(HeaderFields response) {
        return FieldList.members(response.joined("Vary")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The names of the fields it is made of. */
    public Set<String> names() {
        return text.isEmpty()
                ? Set.of()
                : text.lines().map(line -> line.split(":", 2)[0]).collect(Collectors.toSet());
    }

    /**
     * Whether a request selects a response of this variant. It also does when all that differs is the list of languages
     * and the response is in the one that the request likes best.
     */
    public boolean selectedBy(HeaderFields request, HeaderFields response) {
        if (text.isEmpty()) {
            return true;
        }
        Set<String> names = names();
        Variant asked = of(request, names);
        if (asked.equals(this)) {
            return true;
        }
        return names.contains(LANGUAGE)
                && asked.without(LANGUAGE).equals(without(LANGUAGE))
                && favourite(request.joined(LANGUAGE))
                        .equals(response.first("Content-Language")
                                .map(language -> language.trim().toLowerCase(Locale.ROOT)));
    }

    private Variant without(String name) {
        return new Variant(
                text.lines().filter(line -> !line.split(":", 2)[0].equals(name)).collect(Collectors.joining("\n")));
    }

    private static String line(String name, HeaderFields request) {
        if (!request.has(name)) {
            return name;
        }
        String value = request.joined(name);
        return name + ":" + (PREFERENCES.contains(name) ? preferences(value) : list(value));
    }

    private static String list(String value) {
        return String.join(",", FieldList.members(value));
    }

    private static String preferences(String value) {
        return ranked(value).stream()
                .map(choice -> choice.name() + ";q=" + choice.quality())
                .collect(Collectors.joining(","));
    }

    /** The one choice that is liked better than all others. */
    private static Optional<String> favourite(String value) {
        List<Choice> ranked = ranked(value);
        boolean one = ranked.size() == 1
                || (ranked.size() > 1 && ranked.get(0).quality() > ranked.get(1).quality());
        return one ? Optional.of(ranked.get(0).name()) : Optional.empty();
    }

    /** A choice and how much it is liked, in thousandths. */
    private record Choice(String name, int quality) {}

    private static List<Choice> ranked(String value) {
        List<Choice> choices = new ArrayList<>();
        for (String member : FieldList.members(value.toLowerCase(Locale.ROOT))) {
            String[] parts = member.split(";");
            int quality = 1000;
            for (int i = 1; i < parts.length; i++) {
                quality = parts[i].trim().startsWith("q=")
                        ? thousandths(parts[i].trim().substring(2))
                        : quality;
            }
            choices.add(new Choice(parts[0].trim(), quality));
        }
        choices.sort(Comparator.comparingInt(Choice::quality).reversed().thenComparing(Choice::name));
        return choices;
    }

    private static int thousandths(String quality) {
        return quality.matches("[01](\\.\\d{0,3})?") ? (int) Math.round(Double.parseDouble(quality) * 1000) : 0;
    }
}
