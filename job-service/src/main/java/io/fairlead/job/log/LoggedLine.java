package io.fairlead.job.log;

import io.fairlead.core.rows.Rows;
import io.fairlead.job.process.LogLevel;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a job's log. */
public record LoggedLine(
        @Schema(description = "Its place in the log, from 1.", examples = "1") long number,
        @Schema(description = "By its worker's clock.") Instant time,
        LogLevel level,
        @Schema(description = "Which attempt wrote it.", examples = "1") int attempt,
        @Schema(description = "For a person; may have several lines.") String message) {

    static LoggedLine of(Row row) {
        return new LoggedLine(
                row.getLong("number"),
                Rows.instant(row, "time"),
                LogLevel.parse(row.getString("level")),
                row.getInteger("attempt"),
                row.getString("message"));
    }

    /** As text: further lines of the message are indented, so that none can pass for a line of its own. */
    String text() {
        return "%s %s %d %s\n".formatted(time, level, attempt, message.replaceAll("\\R", "\n    "));
    }
}
