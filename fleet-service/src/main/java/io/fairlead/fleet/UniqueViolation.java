package io.fairlead.fleet;

import io.vertx.pgclient.PgException;

/** Reads PostgreSQL's report that a value is taken. */
public final class UniqueViolation {

    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** Whether a failure says that a unique value is taken. */
    public static boolean is(Throwable failure) {
        return failure instanceof PgException e && SQL_STATE.equals(e.getSqlState());
    }

    /** The column whose value is taken; constraints carry PostgreSQL's default names, {@code table_column_key}. */
    public static String column(Throwable failure) {
        String constraint = ((PgException) failure).getConstraint();
        return constraint.endsWith("_pkey")
                ? "code"
                : constraint.substring(constraint.indexOf('_') + 1, constraint.lastIndexOf('_'));
    }
}
