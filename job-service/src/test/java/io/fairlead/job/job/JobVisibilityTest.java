package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import org.junit.jupiter.api.Test;

@FairleadTest
class JobVisibilityTest {

    @Test
    void shouldHideJobsOfOthersWhenATokenIsLimitedToVessels() {
        String id = submitted(echo("not for everybody"));
        String limited = Tokens.viewerOf("MV102");

        for (String path : new String[] {"", "/results", "/inputs"}) {
            given().auth()
                    .oauth2(limited)
                    .get("/api/v1/jobs/" + id + path)
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(limited)
                .get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("jobs", empty());
    }
}
