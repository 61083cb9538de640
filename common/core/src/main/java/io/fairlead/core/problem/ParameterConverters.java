package io.fairlead.core.problem;

import io.fairlead.core.time.Rfc3339;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads parameters that are more than a text, and answers 400 with the parameter's name when one cannot be read, where
 * the platform would say 404. A path parameter that cannot be read stays a 404: there is no such thing.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private static final String TIME = "must be a time such as 2026-01-31T04:15:00Z";
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            Instant.class, new Reading(Rfc3339::parse, TIME),
            OffsetDateTime.class, new Reading(text -> Rfc3339.parse(text).atOffset(ZoneOffset.UTC), TIME),
            LocalDate.class, new Reading(LocalDate::parse, "must be a date such as 2026-01-31"),
            UUID.class, new Reading(UUID::fromString, "must be a UUID"),
            Integer.class, new Reading(Integer::valueOf, "must be a whole number"),
            int.class, new Reading(Integer::valueOf, "must be a whole number"),
            Long.class, new Reading(Long::valueOf, "must be a whole number"),
            long.class, new Reading(Long::valueOf, "must be a whole number"),
            Double.class, new Reading(Double::valueOf, "must be a number"),
            Boolean.class, new Reading(ParameterConverters::truth, "must be true or false"));

    /** The platform takes whatever is not true for false. */
    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private record Reading(Function<String, Object> parse, String expected) {}

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reading reading = type.isEnum() ? constants(type) : READINGS.get(type);
        return reading == null ? null : new Converter<>(reading, name(annotations), isPath(annotations));
    }

    private static Reading constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return new Reading(
                text -> Arrays.stream(constants)
                        .filter(constant -> constant.toString().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "must be one of "
                        + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", ")));
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof CookieParam cookie) {
                return cookie.value();
            }
        }
        return null;
    }

    private static boolean isPath(Annotation[] annotations) {
        return annotations != null && Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private record Converter<T>(Reading reading, String name, boolean path) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reading.parse().apply(text);
            } catch (RuntimeException e) {
                HttpProblem problem = path
                        ? Problems.notFound("There is nothing at " + text + ".")
                        : Problems.badRequest(FieldError.query(name, reading.expected()));
                throw new WebApplicationException(problem.toResponse());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
