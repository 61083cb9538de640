package io.fairlead.fleet.schedule;

import io.fairlead.core.json.Text;
import io.fairlead.fleet.CommonEra;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of a schedule: when, where and what. */
@Schema(additionalProperties = Schema.False.class)
public record Activity(
        @NotNull @CommonEra @Schema(examples = "2027-01-10T06:00:00Z") Instant start,
        @NotNull @CommonEra @Schema(examples = "2027-01-10T18:00:00Z") Instant end,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 100)
                @Schema(nullable = true, examples = "Bergen")
                String place,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(nullable = true, examples = "Bunkering")
                String note) {

    /** As precise as the database: to the microsecond. */
    Activity normal() {
        return new Activity(start.truncatedTo(ChronoUnit.MICROS), end.truncatedTo(ChronoUnit.MICROS), place, note);
    }
}
