package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import java.util.ArrayList;
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

    /** No fields. */
    public static final HeaderFields NONE = new HeaderFields(List.of());

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
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new HeaderFields(fields);
    }

    /** The first value under a name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a field of that name. */
    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** All values under a name as one list, or empty when there is none. */
    public String joined(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .collect(Collectors.joining(", "));
    }

    /** The names that occur, in lower case. */
    public Set<String> names() {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The fields whose names, in lower case, are not among these. */
    public HeaderFields without(Set<String> names) {
        return new HeaderFields(fields.stream()
                .filter(field -> !names.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    /** The fields whose names, in lower case, are among these. */
    public HeaderFields only(Set<String> names) {
        return new HeaderFields(fields.stream()
                .filter(field -> names.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    /** These fields and then those. */
    public HeaderFields plus(HeaderFields others) {
        List<Field> both = new ArrayList<>(fields);
        both.addAll(others.fields);
        return new HeaderFields(both);
    }

    /** With this value, and no other, under a name. */
    public HeaderFields with(String name, String value) {
        return without(Set.of(name.toLowerCase(Locale.ROOT))).plus(of(name, value));
    }

    /** With a value put to the end of what is under a name (a list). */
    public HeaderFields extended(String name, String value) {
        String earlier = joined(name);
        return with(name, earlier.isEmpty() ? value : earlier + ", " + value);
    }
}
