package io.fairlead.job.queue;

import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A job as its row says.
 *
 * @param attempt the number of the present or last attempt, 0 before the first
 * @param errors how many attempts failed by an error of the process
 * @param crashes how many attempts ended because their worker went silent
 * @param worker who holds the lease, null when nobody does
 * @param readyAt since when it is ready to run, or when it will be
 * @param startedAt when its first attempt began
 * @param version grows with each change of state
 * @param retryOf the job that it repeats, null if none
 * @param licence the licence of which it needs a seat to run, null if none
 * @param command the key of the command that submitted it, null if a request did
 * @param reusedFrom the job whose results are its own too, null if it has its own
 */
public record Job(
        UUID id,
        String process,
        String processVersion,
        String project,
        int priority,
        String createdBy,
        String createdByName,
        JobState state,
        int attempt,
        int errors,
        int crashes,
        String worker,
        Instant leaseUntil,
        Instant readyAt,
        int progress,
        String message,
        long version,
        Instant createdAt,
        Instant startedAt,
        Instant attemptStartedAt,
        Instant finishedAt,
        Instant updatedAt,
        UUID retryOf,
        String licence,
        String command,
        UUID reusedFrom) {

    private static final List<String> COLUMNS = List.of(
            "id",
            "process",
            "process_version",
            "project",
            "priority",
            "created_by",
            "created_by_name",
            "state",
            "attempt",
            "errors",
            "crashes",
            "worker",
            "lease_until",
            "ready_at",
            "progress",
            "message",
            "version",
            "created_at",
            "started_at",
            "attempt_started_at",
            "finished_at",
            "updated_at",
            "retry_of",
            "licence",
            "command",
            "reused_from");

    /**
     * The columns of which a job is made, for statements that are run often: one that takes whatever columns a table has is prepared
     * for each call.
     *
     * @param table what they are columns of
     */
    public static String columns(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    static Job of(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("process"),
                row.getString("process_version"),
                row.getString("project"),
                row.getInteger("priority"),
                row.getString("created_by"),
                row.getString("created_by_name"),
                JobState.of(row.getString("state")),
                row.getInteger("attempt"),
                row.getInteger("errors"),
                row.getInteger("crashes"),
                row.getString("worker"),
                Rows.instant(row, "lease_until"),
                Rows.instant(row, "ready_at"),
                row.getInteger("progress"),
                row.getString("message"),
                row.getLong("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "attempt_started_at"),
                Rows.instant(row, "finished_at"),
                Rows.instant(row, "updated_at"),
                row.getUUID("retry_of"),
                row.getString("licence"),
                row.getString("command"),
                row.getUUID("reused_from"));
    }

    /** As it was when it was accepted, for one that ended in the same moment. */
    public Job whenAccepted() {
        return new Job(
                id,
                process,
                processVersion,
                project,
                priority,
                createdBy,
                createdByName,
                JobState.QUEUED,
                0,
                0,
                0,
                null,
                null,
                readyAt,
                0,
                null,
                1,
                createdAt,
                null,
                null,
                null,
                createdAt,
                retryOf,
                licence,
                command,
                null);
    }

    /** The jobs of a query that selects {@link #columns} or all. */
    public static List<Job> list(RowSet<Row> rows) {
        return Rows.list(rows, Job::of);
    }
}
