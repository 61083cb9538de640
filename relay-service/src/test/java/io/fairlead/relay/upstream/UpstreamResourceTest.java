package io.fairlead.relay.upstream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.relay.Origin;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FairleadTest
class UpstreamResourceTest {

    private static final String UPSTREAMS = "/api/v1/relay/upstreams";

    MenuUpstream menu;

    Origin origin;

    @Test
    void shouldShowTheUpstreamsToAnAdministrator() {
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/v1/relay/upstreams")
                .then()
                .statusCode(200)
                .root("items.find { it.name == 'menu' }")
                .body("url", equalTo(menu.url()), "methods", equalTo(List.of("GET", "HEAD")), "trusted", equalTo(false))
                .body("timeout", equalTo("PT2S"), "maxBodyBytes", equalTo(1_048_576), "role", nullValue())
                .root("items.find { it.name == 'limited' }")
                .body("requestsPerSecond", equalTo(5.0f), "trusted", equalTo(true));
    }

    @Test
    void shouldRelayWhatAnAdministratorAdds() {
        String name = name();
        origin.on("/base/a", 200);

        admin().body(Map.of("name", name, "url", origin.url() + "/base", "requestsPerSecond", 5))
                .post(UPSTREAMS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(UPSTREAMS + "/" + name))
                .header("ETag", "\"1\"")
                .body("timeout", equalTo("PT10S"), "requestsPerSecond", equalTo(5.0f), "version", equalTo(1));

        given().get("/api/v1/relay/" + name + "/a").then().statusCode(200).body(startsWith("answer"));
        admin().body(Map.of("name", name, "url", "http://127.0.0.1:1"))
                .post(UPSTREAMS)
                .then()
                .statusCode(409);
    }

    @Test
    void shouldChangeWhatIsGivenAndResetWhatIsNull() {
        String name = name();
        admin().body(Map.of("name", name, "url", origin.url(), "burst", 7, "role", "operator"))
                .post(UPSTREAMS)
                .then()
                .statusCode(201);

        String patch = "{\"role\": null, \"timeout\": \"PT3S\"}";
        admin().body(patch).patch(UPSTREAMS + "/" + name).then().statusCode(428);
        admin().header("If-Match", "\"2\"")
                .body(patch)
                .patch(UPSTREAMS + "/" + name)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/changed-meanwhile"));
        admin().header("If-Match", "1")
                .body(patch)
                .patch(UPSTREAMS + "/" + name)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("If-Match"));
        admin().header("If-Match", "\"1\"")
                .body(patch)
                .patch(UPSTREAMS + "/" + name)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("role", nullValue(), "timeout", equalTo("PT3S"), "url", equalTo(origin.url()));
        given().get("/api/v1/relay/" + name + "/unknown").then().statusCode(404);
    }

    @Test
    void shouldForgetWhatIsKeptOfAnUpstreamThatIsSomewhereElseNow() {
        String name = name();
        String target = "/api/v1/relay/" + name + "/a";
        origin.on("/one" + name + "/a", 200, "Cache-Control", "max-age=60", "X-From", "one");
        origin.on("/two" + name + "/a", 200, "Cache-Control", "max-age=60", "X-From", "two");
        admin().body(Map.of("name", name, "url", origin.url() + "/one" + name))
                .post(UPSTREAMS)
                .then()
                .statusCode(201);
        given().get(target).then().header("X-From", "one");

        admin().header("If-Match", "\"1\"")
                .body(Map.of("url", origin.url() + "/two" + name))
                .patch(UPSTREAMS + "/" + name)
                .then()
                .statusCode(200);

        given().get(target).then().header("X-From", "two");
        given().get(target).then().header("X-From", "two").header("Cache-Status", startsWith("fairlead; fwd=uri-miss"));
    }

    @Test
    void shouldGiveNoCookiesAnyMoreOnceTheyAreNotShared() {
        String name = name();
        String target = "/api/v1/relay/" + name + "/" + name;
        origin.on("/" + name, 200, "Cache-Control", "max-age=600", "Set-Cookie", "a=b");
        admin().body(Map.of("name", name, "url", origin.url(), "trusted", true, "sharesCookies", true))
                .post(UPSTREAMS)
                .then()
                .statusCode(201);
        given().get(target).then().header("Set-Cookie", "a=b");
        given().get(target).then().header("Set-Cookie", "a=b").header("Cache-Status", startsWith("fairlead; hit"));

        change(name, Map.of("sharesCookies", false));

        given().get(target)
                .then()
                .header("Set-Cookie", nullValue())
                .header("Cache-Status", startsWith("fairlead; hit"));
        given().header("Pragma", "anything")
                .get(target)
                .then()
                .header("Set-Cookie", nullValue())
                .header("Cache-Status", startsWith("fairlead; hit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'role':'operator'}|401", "{'methods':['POST']}|405", "{'paths':['/other']}|403"})
    void shouldNotGiveWhatIsKeptToThoseForWhomItIsNotAnyMore(String patch, int status) {
        String name = name();
        String target = "/api/v1/relay/" + name + "/" + name;
        origin.on("/" + name, 200, "Cache-Control", "max-age=600");
        admin().body(Map.of("name", name, "url", origin.url()))
                .post(UPSTREAMS)
                .then()
                .statusCode(201);
        given().get(target).then().statusCode(200);
        given().get(target).then().statusCode(200).header("Cache-Status", startsWith("fairlead; hit"));

        change(name, patch.replace('\'', '"'));

        given().get(target).then().statusCode(status);
    }

    @Test
    void shouldTakeALongPathOnlyAsFarAsItGoesAndAnyNameThatIsNoDotSegment() {
        String longest = "/" + "a/".repeat(249) + "a";
        admin().body(Map.of(
                        "name", name(), "url", "http://a", "paths", List.of("/.well-known", "/a/..b/", longest, "/")))
                .post(UPSTREAMS)
                .then()
                .statusCode(201);
        for (String path : List.of(longest + "a", "/a".repeat(100_000), "/a/.", "/..;x/a", "//a")) {
            admin().body(Map.of("name", name(), "url", "http://a", "paths", List.of(path)))
                    .post(UPSTREAMS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem(startsWith("#/paths")));
        }
        admin().body(Map.of("name", name(), "url", "http://a" + "/a".repeat(100_000)))
                .post(UPSTREAMS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/url"));
    }

    @Test
    void shouldRefuseAPathThatTheUpstreamIsNotOpenFor() {
        String name = name();
        origin.on("/open", 200);
        origin.on("/open/a", 200);
        admin().body(Map.of("name", name, "url", origin.url(), "paths", List.of("/open")))
                .post(UPSTREAMS)
                .then()
                .statusCode(201)
                .body("paths", equalTo(List.of("/open")));

        given().get("/api/v1/relay/" + name + "/open?a=b").then().statusCode(200);
        given().get("/api/v1/relay/" + name + "/open/a").then().statusCode(200);
        for (String path : List.of("/opening", "/", "/a/open", "/OPEN")) {
            given().get("/api/v1/relay/" + name + path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/path-not-allowed"), "detail", containsString("/open"))
                    .body("detail", containsString(path));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|#/name",
                "{'name':'cache','url':'http://a'}|#/name",
                "{'name':'A','url':'http://a'}|#/name",
                "{'name':'a','url':'ftp://a'}|#/url",
                "{'name':'a','url':'http://user:secret@a'}|#/url",
                "{'name':'a','url':'http://a/../b'}|#/url",
                "{'name':'a','url':'http://a?b'}|#/url",
                "{'name':'a','url':'https://a//b'}|#/url",
                "{'name':'a','url':'http://a/b/.'}|#/url",
                "{'name':'a','url':'http://a.1b'}|#/url",
                "{'name':'a','url':'http://a','timeout':'PT0S'}|#/timeout",
                "{'name':'a','url':'http://a','methods':[]}|#/methods",
                "{'name':'a','url':'http://a','methods':[null]}|#/methods",
                "{'name':'a','url':'http://a','paths':[null]}|#/paths",
                "{'name':'a','url':'http://a','paths':['a']}|#/paths",
                "{'name':'a','url':'http://a','patience':1}|#/patience",
                "{'name':'a','url':'http://a','paths':['/a/../b']}|#/paths",
                "{'name':'a','url':'http://a','requestsPerSecond':0}|#/requestsPerSecond",
                "{'name':'a','url':'http://a','role':'king'}|#/role"
            })
    void shouldNameTheFieldThatIsWrong(String body, String pointer) {
        admin().body(body.replace('\'', '"'))
                .post(UPSTREAMS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(startsWith(pointer)));
    }

    @Test
    void shouldNotChangeWhatIsOfTheConfiguration() {
        admin().body("{}")
                .header("If-Match", "*")
                .patch(UPSTREAMS + "/menu")
                .then()
                .statusCode(409);
        admin().body(Map.of("name", "menu", "url", "http://a"))
                .post(UPSTREAMS)
                .then()
                .statusCode(409);
        admin().body("{}")
                .header("If-Match", "*")
                .patch(UPSTREAMS + "/nothing")
                .then()
                .statusCode(404);
        admin().get(UPSTREAMS + "/menu").then().statusCode(200).body("version", nullValue());
    }

    private static void change(String name, Object patch) {
        admin().header("If-Match", "\"1\"")
                .body(patch)
                .patch(UPSTREAMS + "/" + name)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.admin()).contentType("application/json");
    }

    private static String name() {
        return "a" + UUID.randomUUID();
    }
}
