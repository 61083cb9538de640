package io.fairlead.telemetry.intake;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class FloodTest {

    private static final int SENDERS = 48;
    private static final byte[] PADDING = ("#".repeat(4 << 20) + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    KnownVessels vessels;

    @Test
    void shouldRefuseWhatDoesNotFitAndKeepWhatItAccepted() {
        String vessel = "F" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        String token = Tokens.ship(vessel);

        List<HttpResponse<String>> answers = IntStream.range(0, SENDERS)
                .mapToObj(i -> CLIENT.sendAsync(flood(token, vessel, i), HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        long kept =
                answers.stream().filter(answer -> answer.statusCode() == 204).count();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        });
        assertThat(kept).isPositive().isEqualTo(SENDERS - refused.size());
        get("/api/v1/sensors/%s/latest?limit=1000".formatted(vessel)).body("items", hasSize((int) kept));
        post("/api/v2/write?precision=s", token, line(vessel, SENDERS)).statusCode(204);
    }

    private static HttpRequest flood(String token, String vessel, int number) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v2/write?precision=s"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(PADDING), BodyPublishers.ofString(line(vessel, number))))
                .build();
    }

    private static String line(String vessel, int number) {
        return "flood,vessel=%s,number=%d value=1 1769817600".formatted(vessel, number);
    }
}
