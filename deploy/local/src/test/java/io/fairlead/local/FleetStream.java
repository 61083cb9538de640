package io.fairlead.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of the fleet's event stream, as a browser is one: it remembers the last id and goes on from there. */
final class FleetStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event: its place in the stream, and the code or id of what changed. */
    record Event(long id, String key) {}

    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private Stream<String> connection;
    private Iterator<String> lines;

    /** All events so far, over all connections. */
    List<Event> seen() {
        return seen;
    }

    /** Connects to an instance with a Last-Event-ID: that of the last event seen, 0 before the first. */
    void connect(String url, String token) throws Exception {
        close();
        long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).id();
        HttpResponse<Stream<String>> answer = CLIENT.send(
                Http.to(url + "/api/v1/fleet/stream")
                        .header("Authorization", "Bearer " + token)
                        .header("Last-Event-ID", Long.toString(last))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new AssertionError("the stream of " + url + " answers " + answer.statusCode());
        }
        connection = answer.body();
        lines = connection.iterator();
    }

    /** Reads until this thing's event. */
    void readUntil(String key) {
        while (seen.isEmpty() || !seen.get(seen.size() - 1).key().equals(key)) {
            seen.add(next());
        }
    }

    /** Reads what still comes from an instance that was killed. */
    void readToTheEnd() {
        try {
            while (lines.hasNext()) {
                seen.add(next());
            }
        } catch (UncheckedIOException | EndOfStream e) {
            // the connection broke in the middle of an event or between two; either is what a client sees
        }
    }

    /** Reads until the stream is ended in good order; one that breaks off is an error. */
    void readToItsEnd() {
        try {
            while (true) {
                seen.add(next());
            }
        } catch (EndOfStream e) {
            // told to come back
        }
    }

    void close() {
        if (connection != null) {
            connection.close();
        }
    }

    private Event next() {
        long id = 0;
        String data = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring("id:".length()).strip());
            } else if (line.startsWith("data:")) {
                data = line.substring("data:".length());
            } else if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, key(data));
            }
        }
        throw new EndOfStream();
    }

    private static String key(String data) {
        try {
            return JSON.readTree(data).path("key").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("an event's data is not JSON: " + data, e);
        }
    }

    private static final class EndOfStream extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
