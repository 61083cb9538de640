package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Readings as Arrow, which reaches for what only a started jar opens, and as CSV to compare with. Read by pyarrow where
 * the Python that {@code -Dfairlead.python} names has it.
 */
final class ArrowDownload {

    private static final String READINGS = "/api/v1/sensors/readings?channel=power&format=";
    private static final Path CHECK =
            Path.of(System.getProperty("fairlead.root"), "telemetry-service/src/test/python/arrow_check.py");
    private static final String PYTHON = System.getProperty("fairlead.python", "python3");
    private static final byte CONTINUATION = -1;

    private final String url;
    private final String token;

    ArrowDownload(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Fails unless the file holds, as Arrow, as many rows as there are. */
    void check(Path file) throws IOException, InterruptedException {
        byte[] arrow = get("arrow");
        long rows = new String(get("csv"), StandardCharsets.UTF_8).lines().count() - 1;

        assertTrue(rows > 0, "there are no readings");
        assertEquals(CONTINUATION, arrow[0], "this is no Arrow stream");
        Files.write(file, arrow);
        if (run("-c", "import pyarrow").equals("")) {
            assertEquals(file + ": " + rows + " rows", run(CHECK.toString(), file.toString(), Long.toString(rows)));
        }
    }

    private byte[] get(String form) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        Http.to(url + READINGS + form)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), form);
        return answer.body();
    }

    /** What it wrote, errors too. */
    private static String run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder().redirectErrorStream(true);
        command.command().add(PYTHON);
        command.command().addAll(List.of(arguments));
        try {
            Process process = command.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.strip();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
