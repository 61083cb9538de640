package io.fairlead.fleet.schedule;

import io.fairlead.core.json.Text;
import io.fairlead.fleet.CommonEra;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A schedule to register; also what of it can be changed.
 *
 * @param status planned when absent
 * @param activities what happens within its span, in any order
 */
@Spans
@Schema(additionalProperties = Schema.False.class)
public record NewSchedule(
        @NotNull
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(examples = "Shuttle to Mongstad")
                String name,
        @NotNull @Schema(examples = "voyage") ScheduleKind kind,
        @Schema(nullable = true, description = "planned when absent", examples = "planned") ScheduleStatus status,
        @NotNull @CommonEra @Schema(examples = "2027-01-10T06:00:00Z") Instant start,
        @NotNull @CommonEra @Schema(description = "After the start.", examples = "2027-01-12T18:00:00Z") Instant end,
        @Size(max = 100) @Schema(nullable = true, description = "Each within the schedule's span.")
                List<@NotNull @Valid Activity> activities) {

    /** What of a schedule can be changed. */
    public static NewSchedule of(Schedule schedule) {
        return new NewSchedule(
                schedule.name(),
                schedule.kind(),
                schedule.status(),
                schedule.start(),
                schedule.end(),
                schedule.activities());
    }

    /** The same with its defaults, as precise as the database. */
    public NewSchedule normal() {
        return new NewSchedule(
                name,
                kind,
                status == null ? ScheduleStatus.PLANNED : status,
                start.truncatedTo(ChronoUnit.MICROS),
                end.truncatedTo(ChronoUnit.MICROS),
                activities == null
                        ? List.of()
                        : activities.stream().map(Activity::normal).toList());
    }
}
