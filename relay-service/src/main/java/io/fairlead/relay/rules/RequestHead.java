package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.http.HeaderFields;
import java.util.Set;

/**
 * What a caller asks, but for its body.
 *
 * @param method the method
 * @param path the path at the upstream, with its query
 * @param headers the header fields that go on to the upstream
 */
@Computation
public record RequestHead(String method, String path, HeaderFields headers) {

    private static final Set<String> SAFE =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "REPORT", "SEARCH");
    private static final Set<String> CONDITIONS =
            Set.of("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range");

    /** A plain GET. */
    public static RequestHead get(String path) {
        return new RequestHead("GET", path, HeaderFields.NONE);
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether it changes nothing at the upstream (RFC 9110, 9.2.1); of a method that is not known it must be feared. */
    public boolean safe() {
        return SAFE.contains(method);
    }

    /** What it tells caches. */
    public CacheControl control() {
        return CacheControl.parse(headers.joined("Cache-Control"));
    }

    /** The same for the whole of the current representation, whatever the caller has of it. */
    public RequestHead unconditional() {
        return new RequestHead(method, path, headers.without(CONDITIONS));
    }

    /** The GET whose answer has the head that a HEAD asks for, or that a POST's answer may stand for. */
    public RequestHead asGet() {
        return new RequestHead("GET", path, headers);
    }

    /** With other header fields. */
    public RequestHead with(HeaderFields other) {
        return new RequestHead(method, path, other);
    }
}
