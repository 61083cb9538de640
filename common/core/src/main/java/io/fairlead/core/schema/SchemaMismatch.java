package io.fairlead.core.schema;

/** A schema that no waiting makes right. */
final class SchemaMismatch extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SchemaMismatch(String message) {
        super(message);
    }
}
