package io.fairlead.relay.upstream;

import io.fairlead.core.Computation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message's header fields in their order, as they came. Names compare without regard to case.
 *
 * @param fields the fields
 */
@Computation
public record HeaderFields(List<Field> fields) {

    /**
     * One field line.
     *
     * @param name as it was written
     * @param value as it was written
     */
    public record Field(String name, String value) {}

    public HeaderFields {
        fields = List.copyOf(fields);
    }

    /** Fields from names and values in turn. */
    public static HeaderFields of(String... namesAndValues) {
        var fields = new java.util.ArrayList<Field>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new HeaderFields(fields);
    }

    /** The first value under a name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** All values under a name as one list, or empty when there is none. */
    public String joined(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .collect(Collectors.joining(", "));
    }

    /** The fields whose names, in lower case, are not among these. */
    public HeaderFields without(Set<String> names) {
        return new HeaderFields(fields.stream()
                .filter(field -> !names.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList());
    }
}
