package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.HeaderFields;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which kept responses a change at the upstream makes worthless (RFC 9111, 4.4). */
@Computation
public final class Invalidation {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private Invalidation() {}

    /**
     * The paths whose responses are to be forgotten: the one that was asked for, and those that the answer names as its
     * own location or its content's, if they are at the same upstream.
     *
     * @param base the upstream's base URL, without a slash at the end
     */
    public static Set<String> paths(RequestHead request, int status, HeaderFields response, String base) {
        Set<String> paths = new LinkedHashSet<>();
        if (!request.safe() && status >= OK && status < BAD_REQUEST) {
            paths.add(request.path());
            for (String name : new String[] {"Location", "Content-Location"}) {
                response.first(name)
                        .flatMap(value -> path(value, request.path(), base))
                        .ifPresent(paths::add);
            }
        }
        return paths;
    }

    /**
     * The path at an upstream that a reference in an answer means.
     *
     * @param from the path that was asked for
     * @return the path below the upstream's base; empty when it is somewhere else
     */
    public static Optional<String> path(String reference, String from, String base) {
        String plain = reference.replaceFirst("#.*", "");
        String baseOrigin = origin(base);
        String basePath = base.substring(baseOrigin.length());
        if (plain.startsWith("//")) {
            plain = base.substring(0, base.indexOf(':') + 1) + plain;
        }
        if (plain.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            if (!origin(plain).equalsIgnoreCase(baseOrigin)) {
                return Optional.empty();
            }
            return below(plain.substring(origin(plain).length()), basePath);
        }
        if (plain.startsWith("/")) {
            return below(plain, basePath);
        }
        String path = from.replaceFirst("\\?.*", "");
        if (plain.isEmpty()) {
            return Optional.of(from);
        }
        return Optional.of(plain.startsWith("?") ? path + plain : path.substring(0, path.lastIndexOf('/') + 1) + plain);
    }

    private static Optional<String> below(String path, String basePath) {
        boolean inside = path.equals(basePath) || path.startsWith(basePath + "/") || path.startsWith(basePath + "?");
        return inside ? Optional.of(path.substring(basePath.length())) : Optional.empty();
    }

    private static String origin(String url) {
        return url.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://[^/?]*).*$", "$1");
    }
}
