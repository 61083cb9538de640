package io.fairlead.core.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The query parameters of a resource method that may be given more than once: those it takes as a collection. */
final class ListParameters {

    private ListParameters() {}

    static Set<String> of(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter.getType(), parameter.getAnnotation(QueryParam.class));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(names, parameter.getType());
            }
        }
        return names;
    }

    private static void addFields(Set<String> names, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(names, field.getType(), field.getAnnotation(QueryParam.class));
                if (field.isAnnotationPresent(BeanParam.class)) {
                    addFields(names, field.getType());
                }
            }
        }
    }

    private static void add(Set<String> names, Class<?> type, QueryParam query) {
        if (query != null && Collection.class.isAssignableFrom(type)) {
            names.add(query.value());
        }
    }
}
