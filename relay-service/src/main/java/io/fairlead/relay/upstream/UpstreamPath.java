package io.fairlead.relay.upstream;

import io.fairlead.core.Computation;
import java.util.Locale;
import java.util.Optional;

/**
 * Which request targets may be sent on to an upstream. Whatever two programs on the way could read in two ways is refused
 * rather than repaired: a path that means one thing here and another there is how requests leave an upstream's base.
 */
@Computation
public final class UpstreamPath {

    /** The longest path with its query, in characters. */
    public static final int LONGEST = 2000;

    private static final String IN_A_PATH = "-._~!$&'()*+,;=:@/";
    private static final String IN_A_QUERY = IN_A_PATH + "?[]";

    private UpstreamPath() {}

    /**
     * What speaks against a target.
     *
     * @param path as it was sent, still percent-encoded, with its leading slash
     * @param query as it was sent, without the question mark; null when there is none
     * @return the reason, or empty when it may be sent on
     */
    public static Optional<String> objection(String path, String query) {
        if (!path.startsWith("/")) {
            return Optional.of("must begin with a slash");
        }
        if (!onlyOf(path, IN_A_PATH) || (query != null && !onlyOf(query, IN_A_QUERY))) {
            return Optional.of("must be percent-encoded as RFC 3986 says");
        }
        if (holdsEncoded(path, "2f") || holdsEncoded(path, "5c") || holdsEncoded(path, "25")) {
            return Optional.of("must not hold an encoded slash, backslash or percent sign");
        }
        if (holdsControl(path) || (query != null && holdsControl(query))) {
            return Optional.of("must not hold an encoded control character");
        }
        return holdsDotSegment(path) ? Optional.of("must not hold a dot segment") : Optional.empty();
    }

    private static boolean onlyOf(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean encoded = c == '%' && isHex(text, i + 1) && isHex(text, i + 2);
            if (!encoded && !isAlphanumeric(c) && allowed.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
    }

    private static boolean holdsEncoded(String text, String hex) {
        return text.toLowerCase(Locale.ROOT).contains("%" + hex);
    }

    private static boolean holdsControl(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            int code = Integer.parseInt(text.substring(at + 1, at + 3), 16);
            if (code < 0x20 || code == 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** Also finds {@code ..;x}, which some servers take for {@code ..} with a parameter. */
    private static boolean holdsDotSegment(String path) {
        for (String segment : path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1)) {
            String name = segment.contains(";") ? segment.substring(0, segment.indexOf(';')) : segment;
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
