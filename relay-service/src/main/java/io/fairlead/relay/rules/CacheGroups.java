package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.http.StructuredString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Groups of responses that an upstream wants forgotten together (RFC 9875): lists of strings (RFC 8941, 3.1). A list that is
 * not well-formed names no groups.
 */
@Computation
public final class CacheGroups {

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

    private static boolean isParameters(String text) {
        return text.isEmpty() || text.startsWith(";");
    }

    private static Set<String> strings(String list) {
        Set<String> strings = new LinkedHashSet<>();
        for (String member : FieldList.members(list)) {
            Optional<StructuredString> string = StructuredString.at(member, 0)
                    .filter(found -> isParameters(member.substring(found.end()).strip()));
            if (string.isEmpty() || strings.size() == MOST) {
                return Set.of();
            }
            strings.add(string.get().value());
        }
        return strings;
    }
}
