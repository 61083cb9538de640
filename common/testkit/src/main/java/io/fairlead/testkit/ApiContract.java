package io.fairlead.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.OpenApiDocument.Operation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What every operation of every service keeps to, read off its OpenAPI document: who may not come in, and that the
 * document describes it. A service's {@code ApiContractTest} extends it and adds nothing.
 */
public abstract class ApiContract {

    @Test
    void shouldAnswer401WhenATokenIsMissingOrBad() {
        for (Operation operation : closed()) {
            assertThat(call(operation, null).statusCode())
                    .as("%s without a token", operation)
                    .isEqualTo(401);
            for (String bad : List.of("not.a.token", Tokens.expired(), Tokens.forAnotherAudience())) {
                Response answer = call(operation, bad);
                assertThat(answer.statusCode())
                        .as("%s with a bad token", operation)
                        .isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate"))
                        .as("%s", operation)
                        .contains("Bearer");
            }
        }
    }

    @Test
    void shouldAnswer403WhenTheRoleIsWrong() {
        for (Operation operation : closed()) {
            Response answer = call(operation, Tokens.withoutRoles());
            assertThat(answer.statusCode()).as("%s without a role", operation).isEqualTo(403);
            assertThat(answer.contentType()).as("%s", operation).startsWith(problemType(operation));
        }
    }

    @Test
    void shouldLetPublicOperationsInWithoutAToken() {
        for (Operation operation : operations().filter(Operation::open).toList()) {
            assertThat(call(operation, null).statusCode()).as("%s", operation).isNotIn(401, 403);
        }
    }

    @Test
    void shouldDescribeEveryOperation() {
        OpenApiDocument document = document();
        assertThat(document.root().path("openapi").asText()).startsWith("3.1");
        document.root()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("responses")) {
                        assertThat(operation.path("operationId").asText())
                                .as("%s", operation)
                                .isNotEmpty();
                        assertThat(operation.path("summary").asText())
                                .as("%s", operation)
                                .isNotEmpty();
                    }
                }));
        assertThat(operations().map(Operation::id)).doesNotHaveDuplicates().isNotEmpty();
    }

    /** What a refusal is written as; somebody else's protocol may have a form of its own. */
    protected String problemType(Operation operation) {
        return "application/problem+json";
    }

    private static List<Operation> closed() {
        return operations().filter(operation -> !operation.open()).toList();
    }

    private static Stream<Operation> operations() {
        return document().operations().stream();
    }

    private static OpenApiDocument document() {
        String path = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class) + ".json";
        return OpenApiDocument.parse(
                given().get(path).then().statusCode(200).extract().asString());
    }

    private static Response call(Operation operation, String token) {
        RequestSpecification request = given().redirects().follow(false);
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        if (operation.contentType() != null) {
            String body = operation.contentType().contains("json") ? "{}" : "sample";
            request = request.contentType(operation.contentType());
            request = operation.contentType().contains("octet-stream")
                    ? request.body(body.getBytes(StandardCharsets.UTF_8))
                    : request.body(body);
        }
        return request.request(operation.method(), operation.path());
    }
}
