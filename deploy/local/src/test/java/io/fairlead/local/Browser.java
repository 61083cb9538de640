package io.fairlead.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as the identity provider's pages need: follows redirects, keeps cookies, sends forms. Like a real
 * one it takes cookies for https on loopback too.
 */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*\\bname=\"([^\"]+)\"[^>]*\\bvalue=\"([^\"]*)\"");
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new HashMap<>();
    private URI address;
    private String page;

    /** Opens an address. */
    Browser open(String url) {
        return go(URI.create(url), null);
    }

    /** Fills in the first form of the page, with its hidden fields as they are, and sends it. */
    Browser submit(Map<String, String> fields) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form in " + page);
        }
        Map<String, String> all = new LinkedHashMap<>();
        HIDDEN.matcher(page).results().forEach(field -> all.put(field.group(1), field.group(2)));
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return go(address.resolve(form.group(1).replace("&amp;", "&")), body);
    }

    /** What a person reads. */
    String text() {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private Browser go(URI to, String form) {
        URI next = to;
        String body = form;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            HttpResponse<String> answer = Http.send(request(next, body));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            address = next;
            page = answer.body();
            if (answer.statusCode() / 100 != 3) {
                return this;
            }
            next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
            body = null;
        }
        throw new AssertionError("redirected too often, at last to " + next);
    }

    private HttpRequest request(URI to, String form) {
        HttpRequest.Builder request = Http.to(to.toString());
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return form == null
                ? request.build()
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }
}
