package io.fairlead.job.licence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A licence of which a limited number of jobs may hold a seat at once, in the whole installation. */
@Schema(examples = """
                {"name":"mooring-solver","seats":2,"free":2,"holders":[],"waiting":0}""")
public record Licence(
        @Schema(examples = "mooring-solver") String name,
        @Schema(description = "How many there are.") int seats,
        @Schema(description = "How many nobody holds.") int free,
        List<Holder> holders,
        @Schema(description = "How many ready jobs wait for a seat; 10,001 stands for more.") long waiting) {

    /** Who holds a seat. */
    public record Holder(
            @Schema(description = "The seat's number.") int seat,
            UUID jobID,
            @Schema(description = "Which attempt of the job.") int attempt,
            Instant since) {}
}
