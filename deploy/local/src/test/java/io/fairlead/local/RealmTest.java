package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealmTest {

    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of(System.getProperty("fairlead.root"), "deploy/keycloak/realm-fairlead.json");
        realm = new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void shouldGiveEveryClientTheAudienceThatTheServicesAskFor() {
        for (JsonNode client : realm.get("clients")) {
            assertTrue(
                    StreamSupport.stream(client.get("defaultClientScopes").spliterator(), false)
                            .anyMatch(scope -> "fairlead-api".equals(scope.asText())),
                    client.get("clientId").asText());
        }
    }

    @Test
    void shouldAllowPasswordsOnlyForTheDemoClient() {
        for (JsonNode client : realm.get("clients")) {
            boolean demo = "fairlead-demo".equals(client.get("clientId").asText());
            assertEquals(demo, client.get("directAccessGrantsEnabled").asBoolean());
            assertFalse(client.get("implicitFlowEnabled").asBoolean());
        }
    }

    @ParameterizedTest
    @EnumSource(Identity.class)
    void shouldKnowEveryDemoIdentity(Identity identity) {
        String secret = identity.person()
                ? named("users", "username", identity.id())
                        .at("/credentials/0/value")
                        .asText()
                : named("clients", "clientId", identity.id()).get("secret").asText();

        assertEquals(identity.secret(), secret);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void shouldHaveAClientForEveryService(Service service) {
        assertTrue(named("clients", "clientId", service.module())
                .get("serviceAccountsEnabled")
                .asBoolean());
    }

    private static JsonNode named(String list, String field, String value) {
        return StreamSupport.stream(realm.get(list).spliterator(), false)
                .filter(item -> value.equals(item.get(field).asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " among the " + list));
    }
}
