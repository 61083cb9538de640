package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.ContentRange;
import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.http.HeaderFields;
import java.util.HashSet;
import java.util.Set;

/** What a shared cache may keep of an answer (RFC 9111, 3). */
@Computation
public final class Storage {

    private static final Set<Integer> HEURISTICALLY_CACHEABLE =
            Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final Set<Integer> UNDERSTOOD = Set.of(
            200, 201, 202, 203, 204, 206, 300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409,
            410, 411, 413, 414, 415, 417, 421, 422, 426, 428, 429, 431, 500, 501, 502, 503, 504, 505);
    /** They answer the conditions or ranges of one request, and say nothing of what another would get. */
    private static final Set<Integer> FOR_THE_ASKER = Set.of(304, 412, 416);

    /** What is kept is given to everybody, and a cookie is for one. */
    private static final Set<String> COOKIES = Set.of("set-cookie", "set-cookie2");

    private static final int PARTIAL_CONTENT = 206;

    private Storage() {}

    /** Whether a status may be kept without a word about it from the upstream (RFC 9110, 15.1). */
    static boolean heuristicallyCacheable(int status) {
        return HEURISTICALLY_CACHEABLE.contains(status);
    }

    /**
     * Whether the answer to a GET may be kept and given to others than the one who asked.
     *
     * @param request what was asked, with the fields that went to the upstream
     * @param response all that the upstream says of the answer, also what callers do not get to see
     */
    public static boolean storable(RequestHead request, int status, HeaderFields response, CachePolicy policy) {
        if (!request.isGet() || status < 200 || FOR_THE_ASKER.contains(status) || !wholeOrKnownPart(status, response)) {
            return false;
        }
        ResponseControl control = ResponseControl.of(response);
        if (forbidden(status, response)
                || (policy.obeysCallers() && request.control().has("no-store"))) {
            return false;
        }
        if (request.headers().has("Authorization") && !sharedThoughAuthorized(control.directives())) {
            return false;
        }
        if (request.headers().has("Cookie") && !sharedThoughCookies(control.directives())) {
            return false;
        }
        Variant variant = Variant.of(request.headers(), Variant.names(response));
        return !variant.names().contains("*")
                && variant.text().length() <= Variant.LONGEST
                && (saysForHowLong(control, response)
                        || (!setsCookies(response)
                                && (heuristicallyCacheable(status)
                                        || control.directives().has("public"))));
    }

    /**
     * Whether the answer to a POST may answer GETs later on: it is of the same path, says so, and says for how long
     * (RFC 9110, 9.3.3).
     */
    public static boolean storablePost(
            RequestHead request, int status, HeaderFields response, String contentLocation, CachePolicy policy) {
        ResponseControl control = ResponseControl.of(response);
        return request.method().equals("POST")
                && status == 200
                && request.path().equals(contentLocation)
                && saysForHowLong(control, response)
                && storable(request.asGet(), status, response, policy);
    }

    /** Whether what is storable also answers those who asked for the same before it came. */
    public static boolean shareable(StoredResponse response, CachePolicy policy) {
        ResponseControl control = ResponseControl.of(response.headers());
        boolean stale = !Freshness.fresh(response, policy, response.receivedAt());
        return !response.partial() && !(stale && control.forbidsStale());
    }

    /**
     * The fields to be kept: none that the upstream does not want to see used again (RFC 9111, 3.1), and no cookies unless
     * they are shared.
     */
    public static HeaderFields kept(HeaderFields response, CachePolicy policy) {
        CacheControl control = ResponseControl.of(response).directives();
        Set<String> dropped = new HashSet<>(policy.sharesCookies() ? Set.of() : COOKIES);
        dropped.addAll(control.fields("private"));
        dropped.addAll(control.fields("no-cache"));
        dropped.add("content-length");
        return response.without(dropped);
    }

    /**
     * What of a kept response's fields others get: no cookies unless they are shared, whatever the rule was when it was
     * kept.
     */
    public static HeaderFields given(HeaderFields kept, CachePolicy policy) {
        return policy.sharesCookies() || !setsCookies(kept) ? kept : kept.without(COOKIES);
    }

    private static boolean wholeOrKnownPart(int status, HeaderFields response) {
        return status != PARTIAL_CONTENT
                || response.first("Content-Range").flatMap(ContentRange::parse).isPresent();
    }

    /** Whether the upstream does not want an answer kept by a cache like this. */
    public static boolean forbidden(int status, HeaderFields response) {
        CacheControl control = ResponseControl.of(response).directives();
        if (control.hasUnqualified("private")) {
            return true;
        }
        return control.has("must-understand") ? !UNDERSTOOD.contains(status) : control.has("no-store");
    }

    /** An answer that gives its caller a cookie is personal, unless it says itself for how long it is good. */
    private static boolean setsCookies(HeaderFields response) {
        return COOKIES.stream().anyMatch(response::has);
    }

    private static boolean sharedThoughCookies(CacheControl control) {
        return control.has("public") || control.has("s-maxage");
    }

    private static boolean sharedThoughAuthorized(CacheControl control) {
        return control.has("public") || control.has("s-maxage") || control.has("must-revalidate");
    }

    private static boolean saysForHowLong(ResponseControl control, HeaderFields response) {
        return control.maxAge().isPresent() || (!control.targeted() && response.has("Expires"));
    }
}
