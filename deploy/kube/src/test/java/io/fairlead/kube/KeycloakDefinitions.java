package io.fairlead.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Stand-ins for the two resource definitions of Keycloak's operator, which no package registry carries. The realm of an import is
 * Keycloak's own class, as it is in the operator, so a name that Keycloak does not know is refused. The fields of a
 * {@code Keycloak} were written down from the operator's documentation ({@code crds/keycloak.yaml}): a server with the real definitions may
 * know more.
 */
final class KeycloakDefinitions {

    private KeycloakDefinitions() {}

    static List<Manifest> generate() {
        Manifest keycloak = Manifest.one(Folders.resource("crds/keycloak.yaml"));
        Manifest realmImport = Manifest.one(Folders.resource("crds/keycloak-realm-import.yaml"));
        ObjectNode spec = realmImport.object().withObject("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        spec.withObject("/properties").set("realm", TypeSchema.of(RealmRepresentation.class));
        return List.of(keycloak, Manifest.of(realmImport.object()));
    }
}
