package io.fairlead.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the two sinks as they are set, and starts one again that failed: Connect leaves that to its operators, and a store
 * that was away for a minute should not stop the lake for good. Goes through the REST interface, which finds the worker
 * that leads.
 */
final class Sinks implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sinks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final LakeSettings settings;

    Sinks(HttpClient client, LakeSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public void run() {
        try {
            while (true) {
                try {
                    for (LakeTable table : LakeTable.values()) {
                        keep(table);
                    }
                } catch (IOException e) {
                    LOG.warn("The sinks cannot be looked after now: {}", e.toString());
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(LakeTable table) throws IOException, InterruptedException {
        Map<String, String> wanted = settings.sink(table);
        String path = "/connectors/" + settings.name() + "-" + table.text();
        HttpResponse<String> known = send("GET", path + "/config", "");
        if (known.statusCode() == 404 || known.statusCode() == 200 && !same(known.body(), wanted)) {
            HttpResponse<String> set = send("PUT", path + "/config", JSON.writeValueAsString(wanted));
            LOG.info("Sink of {} set: {}", table.topic(), set.statusCode());
        } else if (known.statusCode() == 200 && failed(path)) {
            HttpResponse<String> again = send("POST", path + "/restart?includeTasks=true&onlyFailed=true", "");
            LOG.warn("Sink of {} failed; starting it again: {}", table.topic(), again.statusCode());
        }
    }

    private static boolean same(String known, Map<String, String> wanted) throws IOException {
        Map<?, ?> config = JSON.readValue(known, Map.class);
        config.remove("name");
        return config.equals(wanted);
    }

    private boolean failed(String path) throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(send("GET", path + "/status", "").body());
        boolean failed = status.at("/connector/state").asText().equals("FAILED");
        for (JsonNode task : status.path("tasks")) {
            failed |= task.path("state").asText().equals("FAILED");
        }
        return failed;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
