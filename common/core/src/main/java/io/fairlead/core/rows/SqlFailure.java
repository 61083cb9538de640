package io.fairlead.core.rows;

import io.vertx.pgclient.PgException;

/** What a failure of the database says about trying again. */
public final class SqlFailure {

    private SqlFailure() {}

    /**
     * Whether it may go well another time: a database that is away or busy comes back; one that refuses the statement does so
     * again.
     *
     * @param failure any; what is no refusal of PostgreSQL's may pass
     */
    public static boolean mayPass(Throwable failure) {
        if (!(failure instanceof PgException refusal) || refusal.getSqlState() == null) {
            return true;
        }
        return switch (refusal.getSqlState().substring(0, 2)) {
            case "08", "40", "53", "55", "57", "58" -> true;
            default -> false;
        };
    }
}
