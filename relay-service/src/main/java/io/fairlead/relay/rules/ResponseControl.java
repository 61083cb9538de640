package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.http.StructuredDictionary;
import io.fairlead.relay.http.StructuredDictionary.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What an upstream tells this cache about a response: in {@code CDN-Cache-Control} if that is there and well-formed, which
 * then is all that counts (RFC 9213, 2.2), else in {@code Cache-Control}.
 *
 * @param directives the directives that count
 * @param targeted whether they were meant for caches like this one, so that Expires does not count
 */
@Computation
public record ResponseControl(CacheControl directives, boolean targeted) {

    private static final String TARGETED = "CDN-Cache-Control";

    /** Reads it from a response. */
    public static ResponseControl of(HeaderFields response) {
        if (response.has(TARGETED)) {
            Optional<Map<String, Object>> dictionary =
                    StructuredDictionary.parse(response.joined(TARGETED)).filter(members -> !members.isEmpty());
            if (dictionary.isPresent()) {
                return new ResponseControl(CacheControl.parse(asField(dictionary.get())), true);
            }
        }
        return new ResponseControl(CacheControl.parse(response.joined("Cache-Control")), false);
    }

    /** Whether a stale response must not be used, whatever else is said (RFC 9111, 4.2.4). */
    public boolean forbidsStale() {
        return directives.has("must-revalidate")
                || directives.has("proxy-revalidate")
                || directives.has("s-maxage")
                || directives.hasUnqualified("no-cache");
    }

    /** For how long it says it is fresh; empty when it says nothing. */
    public Optional<Duration> maxAge() {
        return directives.seconds("s-maxage").or(() -> directives.seconds("max-age"));
    }

    /** Members of a type that no directive has are not heard (RFC 9213, 2.1). */
    private static String asField(Map<String, Object> members) {
        Map<String, String> written = new HashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof Long number) {
                written.put(name, number < 0 ? "0" : number.toString());
            } else if (Boolean.TRUE.equals(value)) {
                written.put(name, "");
            } else if (value instanceof Text fields && (name.equals("private") || name.equals("no-cache"))) {
                written.put(name, "\"" + fields.value() + "\"");
            }
        });
        StringJoiner field = new StringJoiner(", ");
        written.forEach((name, argument) -> field.add(argument.isEmpty() ? name : name + "=" + argument));
        return field.toString();
    }
}
