package io.fairlead.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of common/docs as a service serves them. */
@FairleadTest
class ApiPagesTest {

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\bsrc=)|\\bon[a-z]+=|style=");
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void shouldServeAPageWithNothingInlineAndNothingFromOutside(String page) {
        given().redirects().follow(false).get(page).then().statusCode(308).header("Location", page + "/");
        given().redirects().follow(false).head(page).then().statusCode(308);
        String html = given().get(page + "/").then().statusCode(200).extract().asString();

        assertThat(html).doesNotContainPattern(INLINE);
        LINK.matcher(html).results().map(match -> match.group(1)).forEach(link -> {
            assertThat(link).startsWith("/");
            if (link.contains(".")) {
                given().get(link).then().statusCode(200);
            }
        });
    }

    @Test
    void shouldLoadNoLogoFromOutside() {
        assertThat(given().get("/redoc/redoc.standalone.js").asString()).doesNotContain("cdn.redoc.ly");
    }
}
