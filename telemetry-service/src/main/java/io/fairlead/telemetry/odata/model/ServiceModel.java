package io.fairlead.telemetry.odata.model;

import java.util.List;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Tells Olingo of the entity sets, for the service document, {@code $metadata} and the parser. */
public final class ServiceModel extends CsdlAbstractEdmProvider {

    private static final String NAMESPACE = "fairlead";
    private static final FullQualifiedName CONTAINER = new FullQualifiedName(NAMESPACE, "Telemetry");

    @Override
    public List<CsdlSchema> getSchemas() {
        return List.of(new CsdlSchema()
                .setNamespace(NAMESPACE)
                .setEntityTypes(
                        EntitySources.ALL.stream().map(ServiceModel::type).toList())
                .setEntityContainer(getEntityContainer()));
    }

    @Override
    public CsdlEntityContainer getEntityContainer() {
        return new CsdlEntityContainer()
                .setName(CONTAINER.getName())
                .setEntitySets(EntitySources.ALL.stream().map(ServiceModel::set).toList());
    }

    @Override
    public CsdlEntityContainerInfo getEntityContainerInfo(FullQualifiedName name) {
        return name == null || name.equals(CONTAINER)
                ? new CsdlEntityContainerInfo().setContainerName(CONTAINER)
                : null;
    }

    @Override
    public CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
        return EntitySources.ALL.stream()
                .filter(set -> container.equals(CONTAINER) && set.name().equals(name))
                .findFirst()
                .map(ServiceModel::set)
                .orElse(null);
    }

    @Override
    public CsdlEntityType getEntityType(FullQualifiedName name) {
        return EntitySources.ALL.stream()
                .filter(set -> qualified(set.type()).equals(name))
                .findFirst()
                .map(ServiceModel::type)
                .orElse(null);
    }

    private static CsdlEntitySet set(EntitySource set) {
        return new CsdlEntitySet().setName(set.name()).setType(qualified(set.type()));
    }

    private static CsdlEntityType type(EntitySource set) {
        return new CsdlEntityType()
                .setName(set.type())
                .setKey(set.key().stream()
                        .map(name -> new CsdlPropertyRef().setName(name))
                        .toList())
                .setProperties(
                        set.properties().stream().map(ServiceModel::property).toList());
    }

    private static CsdlProperty property(EntityProperty property) {
        CsdlProperty described = new CsdlProperty()
                .setName(property.name())
                .setType(property.type().getFullQualifiedName())
                .setNullable(property.nullable());
        if (property.type() == EdmPrimitiveTypeKind.Decimal) {
            described.setScale(EntityProperty.SCALE);
        } else if (property.type() == EdmPrimitiveTypeKind.DateTimeOffset) {
            described.setPrecision(EntityProperty.MICROSECONDS);
        }
        return described;
    }

    /** The full name of a type. */
    public static FullQualifiedName qualified(String type) {
        return new FullQualifiedName(NAMESPACE, type);
    }
}
