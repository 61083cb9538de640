package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that loses its instance goes on with another one. */
@FairleadTest
class JobEventStreamIT {

    private final HttpClient client = HttpClient.newHttpClient();

    /** One event of a stream. */
    private record Told(String id, String type) {}

    @Test
    @Timeout(300)
    void shouldGoOnWithAnotherInstanceAfterTheFirstWasKilled() throws Exception {
        String job;
        List<Told> told = new ArrayList<>();
        try (ServiceProcess first = otherInstance()) {
            job = submitted(Gate.request("resumed-elsewhere", "error-once"));
            Gate.at("resumed-elsewhere").awaitReached();
            Iterator<String> lines = listen(first.url(), job, null);
            while (told.size() < 2) {
                next(lines, told);
            }

            first.kill();
            assertThatThrownBy(() -> next(lines, new ArrayList<>())).isInstanceOf(RuntimeException.class);
        }

        Gate.at("resumed-elsewhere").open();
        Iterator<String> lines = listen(
                "http://127.0.0.1:" + RestAssured.port,
                job,
                told.get(told.size() - 1).id());
        while (!told.get(told.size() - 1).type().equals("job.successful")) {
            next(lines, told);
        }

        assertThat(told)
                .extracting(Told::type)
                .containsExactly("job.accepted", "job.running", "job.retrying", "job.running", "job.successful");
        assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(job, told.size()))
                    .containsExactlyElementsOf(told.stream().map(Told::type).toList());
        }
    }

    /** The packaged service as a process of its own, on the database and the Kafka of the one under test. */
    private static ServiceProcess otherInstance() throws IOException {
        List<String> settings = Stream.of("fairlead.database.url", "fairlead.database.password")
                .map(key -> "-D" + key + "=" + ConfigProvider.getConfig().getValue(key, String.class))
                .toList();
        return ServiceProcess.start(Ports.free(), Path.of("target/other-instance.log"), settings);
    }

    private Iterator<String> listen(String instance, String job, String lastEvent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance + "/api/v1/jobs/" + job + "/events"))
                .header("Authorization", "Bearer " + Tokens.viewer());
        if (lastEvent != null) {
            request.header("Last-Event-ID", lastEvent);
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().iterator();
    }

    /** Reads up to the next event; fails when the stream breaks. */
    private static void next(Iterator<String> lines, List<Told> told) {
        String id = null;
        String type = null;
        while (true) {
            String line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            } else if (line.isEmpty() && type != null) {
                told.add(new Told(id, type));
                return;
            }
        }
    }
}
