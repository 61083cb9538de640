package io.fairlead.job.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Listens to the stream of all jobs as a client does, from when it is made. */
final class Listening {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Iterator<String> lines;

    /** One event of the stream. */
    record Event(long id, String type, JsonNode data) {

        String job() {
            return data.path("jobID").asText();
        }
    }

    /** Waits for the first line, and keeps it. */
    private Listening(Iterator<String> lines) {
        this.lines = lines;
        assertThat(lines.hasNext()).isTrue();
    }

    /**
     * Opens the stream and waits for its first line.
     *
     * @param query of the path, may be empty
     * @param lastEventId null for none
     */
    static Listening open(String token, String query, Long lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/jobs/events" + query))
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Listening(response.body().iterator());
    }

    /** All events up to the last one of so many jobs. */
    List<Event> untilEnded(int jobs) {
        List<Event> events = new ArrayList<>();
        int ended = 0;
        while (ended < jobs) {
            Event event = next();
            events.add(event);
            ended += event.type().equals("job.successful") ? 1 : 0;
        }
        return events;
    }

    /** All events until the stream ends. */
    List<Event> untilClosed() {
        List<Event> events = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            events.add(event);
        }
        return events;
    }

    /** The next event, null at the end. */
    private Event next() {
        long id = 0;
        String type = null;
        String data = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring(3).strip());
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty() && type != null) {
                return new Event(id, type, json(data));
            }
        }
        return null;
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new AssertionError(data, e);
        }
    }
}
