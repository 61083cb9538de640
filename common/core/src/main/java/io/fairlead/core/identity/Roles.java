package io.fairlead.core.identity;

/** The realm's roles. A role that includes another is expanded by the identity provider, not here. */
public final class Roles {

    /** Reads. */
    public static final String VIEWER = "viewer";

    /** Changes fleet data and submits jobs. */
    public static final String OPERATOR = "operator";

    /** Writes readings, only for the vessels in the token's {@code vessels} claim. */
    public static final String INGEST = "ingest";

    /** Leases jobs and completes them. */
    public static final String WORKER = "worker";

    /** Administers. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
