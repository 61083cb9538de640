package io.fairlead.job.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.project.NewProject;
import io.fairlead.job.subscriber.Subscriber;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be computed. */
@Schema(
        additionalProperties = Schema.False.class,
        examples =
                """
                {"process":"energy-report","inputs":{"vessel":"MV102","start":"2026-01-31T00:00:00Z",
                 "end":"2026-02-01T00:00:00Z"},"project":"north-sea","priority":4}""")
public record JobRequest(
        @NotBlank @Schema(description = "The process's id.", examples = "energy-report") String process,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description = "The process's inputs by their names, as its description says.")
                ObjectNode inputs,
        @Pattern(regexp = NewProject.ID, message = NewProject.ID_MESSAGE)
                @Schema(
                        nullable = true,
                        description = "What the job belongs to: one in which the caller may submit.",
                        examples = "north-sea")
                String project,
        @Min(value = 0, message = "must be 0 to 9")
                @Max(value = 9, message = "must be 0 to 9")
                @Schema(nullable = true, description = "How urgent: 0 may wait, 9 goes first.", defaultValue = "4")
                Integer priority,
        @Schema(
                        nullable = true,
                        defaultValue = "false",
                        description =
                                "Whether it may end at once with the results of an earlier job: one of the same process and "
                                        + "version, if that is deterministic, with the same inputs, of the same project, that the caller "
                                        + "sees. Without such a job it runs as any other.")
                Boolean reuse,
        @Schema(nullable = true) Subscriber subscriber) {

    public JobRequest {
        inputs = inputs == null ? JsonNodeFactory.instance.objectNode() : inputs;
        priority = priority == null ? NewJob.USUAL_PRIORITY : priority;
        reuse = reuse != null && reuse;
    }
}
