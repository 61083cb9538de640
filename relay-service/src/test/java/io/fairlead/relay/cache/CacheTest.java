package io.fairlead.relay.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.core.event.Topics;
import io.fairlead.parts.MenuUpstream;
import io.fairlead.relay.Http;
import io.fairlead.relay.Until;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class CacheTest {

    private static final String CACHE = "/api/v1/relay/cache";

    MenuUpstream upstream;

    private String path;
    private String target;

    @BeforeEach
    void chooseColdPath() {
        path = "/api/restaurant?n=" + UUID.randomUUID();
        target = "/relay_anything" + path;
    }

    @AfterEach
    void mend() {
        upstream.latency(Duration.ZERO);
    }

    @Test
    void shouldListWhatIsKept() {
        Http.get(target).join();

        admin().queryParam("prefix", "menu" + path)
                .get(CACHE)
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "next", nullValue())
                .body("items[0].upstream", equalTo("menu"), "items[0].path", equalTo(path))
                .body("items[0].status", equalTo(200), "items[0].fresh", equalTo(true))
                .body("items[0].version", equalTo(1), "items[0].ageSeconds", greaterThanOrEqualTo(0));
    }

    @Test
    void shouldListPageByPage() {
        for (String suffix : new String[] {"&p=1", "&p=2", "&p=3"}) {
            Http.get(target + suffix).join();
        }

        var first = admin().queryParams("prefix", "menu" + path, "limit", 2)
                .get(CACHE)
                .then()
                .body("items.path", equalTo(List.of(path + "&p=1", path + "&p=2")))
                .extract();
        assertThat(first.header("Link")).endsWith("; rel=\"next\"");
        admin().queryParams("prefix", "menu" + path, "limit", 2, "cursor", first.path("next"))
                .get(CACHE)
                .then()
                .body("items.path", equalTo(List.of(path + "&p=3")), "next", nullValue());
    }

    @Test
    void shouldCountItsAnswers() {
        Http.get(target).join();
        Http.get(target).join();

        admin().get(CACHE + "/statistics")
                .then()
                .statusCode(200)
                .body("hits", greaterThanOrEqualTo(1), "misses", greaterThanOrEqualTo(1))
                .body("memoryEntries", greaterThanOrEqualTo(1), "memoryBytes", greaterThanOrEqualTo(1));
    }

    @Test
    void shouldForgetWhatIsPurgedAndTellIt() {
        Http.get(target).join();

        admin().queryParam("prefix", "menu" + path)
                .delete(CACHE)
                .then()
                .statusCode(200)
                .body("purged", equalTo(1), "prefix", equalTo("menu" + path));

        assertThat(Http.cacheStatus(Http.get(target).join())).contains("fwd=uri-miss");
        try (TopicReader topic = TopicReader.open(Topics.RELAY_PURGES)) {
            topic.await(record -> record.key().equals("menu" + path), Duration.ofSeconds(20));
        }
    }

    @Test
    void shouldNotKeepWhatAPurgeOvertakes() {
        upstream.latency(Duration.ofMillis(500));
        int before = upstream.requests();
        var underWay = Http.get(target);
        Until.holds("the upstream is asked", () -> upstream.requests() > before);

        admin().queryParam("prefix", "menu" + path).delete(CACHE).then().statusCode(200);

        assertThat(underWay.join().statusCode()).isEqualTo(200);
        assertThat(Http.cacheStatus(Http.get(target).join())).contains("fwd=uri-miss");
    }

    @Test
    void shouldNameTheParameterWhenItIsWrong() {
        admin().delete(CACHE).then().statusCode(400).body("errors[0].parameter", equalTo("prefix"));
        admin().queryParam("limit", 0).get(CACHE).then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void shouldRefuseWhoDoesNotAdminister() {
        given().auth().oauth2(Tokens.operator()).get(CACHE).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.viewer())
                .delete(CACHE + "?prefix=menu")
                .then()
                .statusCode(403);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.admin());
    }
}
