package io.fairlead.kube;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI schema of what Jackson reads into a class and writes from it. What a class holds of its own kind is left open. */
final class TypeSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TypeSchema() {}

    static ObjectNode of(Class<?> type) {
        return of(JSON.constructType(type), Set.of());
    }

    private static ObjectNode of(JavaType type, Set<String> within) {
        ObjectNode schema = JSON.createObjectNode();
        Class<?> raw = type.getRawClass();
        if (type.isEnumType()) {
            schema.put("type", "string");
            for (Object each : raw.getEnumConstants()) {
                schema.withArray("enum").add(JSON.convertValue(each, String.class));
            }
        } else if (CharSequence.class.isAssignableFrom(raw)) {
            schema.put("type", "string");
        } else if (raw == Boolean.class || raw == boolean.class) {
            schema.put("type", "boolean");
        } else if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
            boolean whole = raw == Integer.class || raw == Long.class || raw == int.class || raw == long.class;
            schema.put("type", whole ? "integer" : "number");
        } else if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType(), within));
        } else if (type.isArrayType() || type.isCollectionLikeType()) {
            schema.put("type", "array").set("items", of(type.getContentType(), within));
        } else if (raw == Object.class
                || raw.getName().startsWith("com.fasterxml.")
                || within.contains(raw.getName())) {
            schema.put("x-kubernetes-preserve-unknown-fields", true);
        } else {
            bean(type, within, schema);
        }
        return schema;
    }

    private static void bean(JavaType type, Set<String> within, ObjectNode schema) {
        Set<String> deeper = new TreeSet<>(within);
        deeper.add(type.getRawClass().getName());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        // What is only written counts too: the operator's own generator looks at that.
        List<BeanPropertyDefinition> read =
                JSON.getDeserializationConfig().introspect(type).findProperties();
        List<BeanPropertyDefinition> written =
                JSON.getSerializationConfig().introspect(type).findProperties();
        for (BeanPropertyDefinition property : read) {
            if (property.couldDeserialize()) {
                properties.set(property.getName(), of(property.getPrimaryType(), deeper));
            }
        }
        for (BeanPropertyDefinition property : written) {
            if (property.couldSerialize() && !properties.has(property.getName())) {
                properties.set(property.getName(), of(property.getPrimaryType(), deeper));
            }
        }
    }
}
