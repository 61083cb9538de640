package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;

/** What a BI tool does, through the gateway: signs in with a personal access token, follows pages, goes on with a download. */
final class BiThread {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "{\"name\":\"bi tool\"}";
    private static final String EXPORT =
            """
            {"content":"power","format":"csv","vessels":["MV102"],"start":"2020-01-01T00:00:00Z"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String viewer;

    BiThread(String url, String viewer) {
        this.url = url;
        this.viewer = "Bearer " + viewer;
    }

    void run() throws Exception {
        HttpResponse<byte[]> closed = client.send(Http.to(url + "/odata/v1/").build(), BodyHandlers.ofByteArray());
        assertEquals(401, closed.statusCode());
        assertTrue(closed.headers().allValues("WWW-Authenticate").stream().anyMatch(way -> way.startsWith("Basic")));

        String secret = post("/api/v1/tokens", TOKEN).path("secret").asText();
        String basic = "Basic " + Base64.getEncoder().encodeToString(("any:" + secret).getBytes());
        assertEquals(
                url + "/odata/v1/$metadata",
                json(get("/odata/v1/", basic)).path("@odata.context").asText());
        followPages(basic);
        goOn("Bearer " + secret);
    }

    private void followPages(String authorization) throws Exception {
        String first =
                "/odata/v1/Windows?$select=vessel,kWh&$filter=vessel%20eq%20%27MV102%27%20and%20end%20gt%202020-01-01T00:00:00Z&$count=true";
        JsonNode page = json(get(first, authorization, "Prefer", "odata.maxpagesize=3"));
        long all = page.path("@odata.count").asLong();
        assertEquals(
                url + "/odata/v1/$metadata#Windows(vessel,kWh)",
                page.path("@odata.context").asText());

        int seen = page.path("value").size();
        for (int pages = 1; page.has("@odata.nextLink") && pages < 5; pages++) {
            String next = page.path("@odata.nextLink").asText();
            assertTrue(next.startsWith(url + "/odata/v1/Windows?"), next);
            page = json(get(next.substring(url.length()), authorization, "Prefer", "odata.maxpagesize=3"));
            seen += page.path("value").size();
        }
        assertEquals(Math.min(all, 15), seen);
    }

    private void goOn(String authorization) throws Exception {
        String id = post("/api/v1/exports", EXPORT).path("id").asText();
        JsonNode part = json(get("/api/v1/exports/" + id + "/parts", viewer))
                .path("items")
                .path(0);
        String path = part.path("url").asText().replace(url, "");
        HttpResponse<byte[]> whole = get(path, authorization);
        byte[] bytes = whole.body();
        assertTrue(new String(bytes).lines().count() > 1, "there are no windows");

        HttpResponse<byte[]> rest = get(
                path,
                authorization,
                "Range",
                "bytes=10-",
                "If-Range",
                whole.headers().firstValue("ETag").orElseThrow());
        assertEquals(206, rest.statusCode());
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, bytes.length), rest.body());
    }

    private HttpResponse<byte[]> get(String path, String authorization, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = Http.to(url + path).header("Authorization", authorization);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        assertTrue(
                answer.statusCode() < 300, () -> path + ": " + answer.statusCode() + " " + new String(answer.body()));
        return answer;
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                Http.to(url + path)
                        .header("Authorization", viewer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(201, answer.statusCode(), () -> new String(answer.body()));
        return json(answer);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
