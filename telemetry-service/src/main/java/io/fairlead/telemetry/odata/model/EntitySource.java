package io.fairlead.telemetry.odata.model;

import io.fairlead.core.Computation;
import java.util.List;
import java.util.Optional;

/**
 * An entity set: its properties, its key, and the tables that it is read from.
 *
 * @param name of the set
 * @param type the name of its entities' type
 * @param from what stands behind {@code from} in a statement
 * @param vessel the column that says whose row it is
 * @param size the column that says how many bytes a row's large texts have, or null where there are none
 * @param key the names of the key's properties; pages are in their order where no other is asked for
 */
@Computation
public record EntitySource(
        String name,
        String type,
        String from,
        String vessel,
        String size,
        List<String> key,
        List<EntityProperty> properties) {

    /** The property of that name. */
    public Optional<EntityProperty> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** The property of that name, which there is: the parser has looked. */
    public EntityProperty property(String name) {
        return find(name).orElseThrow();
    }
}
