package io.fairlead.telemetry.intake;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class FloodTest {

    private static final int SENDERS = 48;
    private static final String PADDING = "#".repeat(1 << 20) + "\n";

    @Inject
    KnownVessels vessels;

    @Test
    void shouldRefuseWhatDoesNotFitAndKeepWhatItAccepted() {
        String vessel = "F" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        String token = Tokens.ship(vessel);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

        List<CompletableFuture<Response>> sent = IntStream.range(0, SENDERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> flood(token, vessel, i), senders))
                .toList();
        List<Response> answers = sent.stream().map(CompletableFuture::join).toList();
        senders.shutdown();

        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        long kept =
                answers.stream().filter(answer -> answer.statusCode() == 204).count();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.contentType()).startsWith("application/problem+json");
        });
        assertThat(kept).isPositive().isEqualTo(SENDERS - refused.size());
        get("/api/v1/sensors/%s/latest?limit=1000".formatted(vessel)).body("items", hasSize((int) kept));
        post("/api/v2/write?precision=s", token, line(vessel, SENDERS)).statusCode(204);
    }

    private static Response flood(String token, String vessel, int number) {
        return given().auth()
                .oauth2(token)
                .contentType("text/plain")
                .body(PADDING.repeat(4) + line(vessel, number))
                .post("/api/v2/write?precision=s");
    }

    private static String line(String vessel, int number) {
        return "flood,vessel=%s,number=%d value=1 1769817600".formatted(vessel, number);
    }
}
