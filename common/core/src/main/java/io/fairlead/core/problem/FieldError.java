package io.fairlead.core.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer the field's JSON pointer in the body as a URI fragment ({@code #/readings/3/value}), or null
 * @param parameter the name of a query, path or header parameter, or null
 * @param detail what is wrong, for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String detail) {

    /**
     * A bad field of the body.
     *
     * @param pointer its JSON pointer ({@code /imo}), with or without the leading {@code #}
     */
    public static FieldError body(String pointer, String detail) {
        return new FieldError(pointer.startsWith("#") ? pointer : "#" + pointer, null, detail);
    }

    /** A bad parameter of the query, the path or a header. */
    public static FieldError query(String parameter, String detail) {
        return new FieldError(null, parameter, detail);
    }
}
