package io.fairlead.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds the OpenAPI document in docs/openapi against the one that the code serves. A service's {@code
 * OpenApiDocumentTest} extends it. {@code -Dopenapi.update=true} writes the document anew.
 */
public abstract class OpenApiDrift {

    @Test
    void shouldServeTheDocumentThatIsInTheRepository() throws IOException {
        String path = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class) + ".json";
        String served = OpenApiDocument.parse(
                        given().get(path).then().statusCode(200).extract().asString())
                .text();
        Path file = Path.of(System.getProperty("fairlead.root", ".."), "docs", path);
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, served);
        }
        assertThat(served)
                .as("docs%s is out of date: run this test with -Dopenapi.update=true", path)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
