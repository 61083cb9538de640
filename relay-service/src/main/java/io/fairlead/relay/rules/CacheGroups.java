package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.HeaderFields;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups of responses that an upstream wants forgotten together (RFC 9875): lists of strings (RFC 8941, 3.1). A list that is
 * not well-formed names no groups.
 */
@Computation
public final class CacheGroups {

    private static final Pattern STRING =
            Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"\\s*(?:;.*)?");
    private static final int MOST = 128;

    private CacheGroups() {}

    /** The groups that a response is in. */
    public static Set<String> of(HeaderFields response) {
        return strings(response.joined("Cache-Groups"));
    }

    /** The groups whose responses are to be forgotten, after a request that may have changed something. */
    public static Set<String> invalidated(RequestHead request, HeaderFields response) {
        return request.safe() ? Set.of() : strings(response.joined("Cache-Group-Invalidation"));
    }

    private static Set<String> strings(String list) {
        Set<String> strings = new LinkedHashSet<>();
        for (String member : FieldList.members(list)) {
            Matcher matcher = STRING.matcher(member);
            if (!matcher.matches() || strings.size() == MOST) {
                return Set.of();
            }
            strings.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return strings;
    }
}
