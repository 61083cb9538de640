package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import java.util.Optional;

/**
 * A string of structured fields (RFC 8941, 3.3.3). Read by hand: a regular expression takes stack for each character.
 *
 * @param value what it says
 * @param end where, in the text that it was read from, it is over
 */
@Computation
public record StructuredString(String value, int end) {

    /** The string that begins at a place in a text; empty when none does. */
    public static Optional<StructuredString> at(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '"') {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return Optional.of(new StructuredString(value.toString(), at + 1));
            }
            if (c == '\\') {
                at++;
                c = at < text.length() ? text.charAt(at) : 0;
                if (c != '"' && c != '\\') {
                    return Optional.empty();
                }
            }
            if (c < ' ' || c > '~') {
                return Optional.empty();
            }
            value.append(c);
        }
        return Optional.empty();
    }
}
