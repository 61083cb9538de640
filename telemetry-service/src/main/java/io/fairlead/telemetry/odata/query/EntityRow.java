package io.fairlead.telemetry.odata.query;

import io.fairlead.telemetry.odata.model.EntityProperty;
import io.fairlead.telemetry.odata.model.EntitySource;
import io.fairlead.telemetry.odata.model.ServiceModel;
import io.fairlead.telemetry.window.Decimals;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.data.ValueType;

/** Reads rows as entities. A column is called as its property is. */
final class EntityRow {

    private EntityRow() {}

    /** What stands behind {@code select}. */
    static String columns(Collection<EntityProperty> properties) {
        return properties.stream()
                .map(property -> property.value() + " as \"" + property.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    static Entity entity(Row row, EntitySource set, Collection<EntityProperty> properties) {
        Entity entity = new Entity();
        entity.setType(ServiceModel.qualified(set.type()).getFullQualifiedNameAsString());
        properties.forEach(property -> entity.addProperty(
                new Property(null, property.name(), ValueType.PRIMITIVE, shown(value(row, property)))));
        return entity;
    }

    /** A value as {@link Values} and the database know it. */
    static Object value(Row row, EntityProperty property) {
        String name = property.name();
        return switch (property.type()) {
            case Int64 -> row.getLong(name);
            case Decimal -> plain(row.getBigDecimal(name));
            case Double -> row.getDouble(name);
            case DateTimeOffset -> row.getOffsetDateTime(name);
            case Date -> row.getLocalDate(name);
            case Boolean -> row.getBoolean(name);
            default -> row.getString(name);
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : Decimals.plain(number);
    }

    /** A value as Olingo's serializer takes it. */
    private static Object shown(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}
