package io.fairlead.core.patch;

import io.fairlead.core.Computation;
import java.util.Arrays;

/**
 * The condition of a change: it is carried out only on one of these versions, so nobody overwrites what they have not
 * seen.
 *
 * @param header the If-Match header: {@code *}, or one or more entity tags
 */
@Computation
public record IfMatch(String header) {

    /** Whether a version is one that the caller has seen. A weak tag never is (RFC 9110, 13.1.1). */
    public boolean allows(long version) {
        String tag = "\"" + version + "\"";
        return Arrays.stream(header.split(","))
                .map(String::trim)
                .anyMatch(part -> part.equals("*") || part.equals(tag));
    }
}
