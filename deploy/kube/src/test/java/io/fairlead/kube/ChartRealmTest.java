package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The realm that the chart imports is the local stack's, without anything that is for loopback only. */
@Needs("helm")
class ChartRealmTest {
    private static final Chart CHART = Chart.fairlead();
    private static final List<String> SAME = List.of(
            "protocol",
            "publicClient",
            "standardFlowEnabled",
            "implicitFlowEnabled",
            "directAccessGrantsEnabled",
            "serviceAccountsEnabled",
            "fullScopeAllowed",
            "defaultClientScopes",
            "optionalClientScopes");

    private final JsonNode local = Manifest.one(
                    Folders.read(Tools.root().resolve("deploy/keycloak/realm-fairlead.json")))
            .object();
    private final JsonNode imported =
            Manifest.all(CHART.render("fairlead", CHART.folder().resolve("ci/keda-values.yaml"))).stream()
                    .filter(manifest -> "KeycloakRealmImport".equals(manifest.kind()))
                    .findFirst()
                    .orElseThrow()
                    .object()
                    .at("/spec/realm");

    @Test
    void shouldHaveTheSameRolesScopesAndTimes() {
        assertThat(imported.size()).isEqualTo(local.size());
        local.fieldNames().forEachRemaining(name -> {
            if (!List.of("displayName", "clients", "users").contains(name)) {
                assertThat(imported.path(name)).as(name).isEqualTo(local.path(name));
            }
        });
    }

    @Test
    void shouldHaveClientsThatMayDoTheSame() {
        Map<String, JsonNode> known = by("clientId", local.path("clients"));

        assertThat(by("clientId", imported.path("clients"))).hasSize(5).allSatisfy((id, client) -> {
            assertThat(known).containsKey(id);
            for (String name : SAME) {
                assertThat(client.path(name))
                        .as(id + " " + name)
                        .isEqualTo(known.get(id).path(name));
            }
        });
    }

    @Test
    void shouldGiveAccountsTheSameRoles() {
        Map<String, JsonNode> known = by("username", local.path("users"));

        assertThat(by("username", imported.path("users"))).hasSize(3).allSatisfy((name, user) -> assertThat(
                        user.path("realmRoles"))
                .as(name)
                .isEqualTo(known.get(name).path("realmRoles")));
    }

    @Test
    void shouldHaveNothingOfTheDemo() {
        assertThat(imported.toString())
                .doesNotContain("-demo")
                .doesNotContain("demo-")
                .doesNotContain("localhost")
                .doesNotContain("credentials");
    }

    private static Map<String, JsonNode> by(String key, JsonNode all) {
        Map<String, JsonNode> found = new TreeMap<>();
        all.forEach(one -> found.put(one.path(key).asText(), one));
        return found;
    }
}
