package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.json.Text;
import io.fairlead.job.job.NewJob;
import io.fairlead.job.project.NewProject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What starts a job, and which job: to be made, and what of it can be changed. Either an event or a schedule. */
@Schema(
        additionalProperties = Schema.False.class,
        examples =
                """
                {"name":"Report of a finished voyage",
                 "event":{"topic":"fleet.schedules","type":"fleet.schedule.changed","data":{"/status":"completed"}},
                 "process":"echo","inputs":{"message":{"$event":"/data/name"}}}""")
public record NewTrigger(
        @NotNull(message = "is required")
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200, message = "must be at most 200 characters")
                String name,
        @Schema(nullable = true, defaultValue = "true", description = "Whether it starts jobs.") Boolean enabled,
        @Valid @Schema(nullable = true) EventRule event,
        @Valid @Schema(nullable = true) CronRule cron,
        @NotNull(message = "is required") @Schema(description = "The process's id.", examples = "echo") String process,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        nullable = true,
                        description =
                                "The job's inputs. An object `{\"$event\": \"/data/name\"}` stands for what is at that JSON "
                                        + "pointer in the event: `topic`, `key`, `id`, `source`, `type`, `time`, `subject`, other "
                                        + "attributes, `data`; of a schedule `time`, when it was due, and `previous`, when it was due "
                                        + "before. A `default` beside it is taken when there is nothing.")
                ObjectNode inputs,
        @Pattern(regexp = NewProject.ID, message = NewProject.ID_MESSAGE)
                @Schema(nullable = true, description = "What the jobs belong to.")
                String project,
        @Min(value = 0, message = "must be 0 to 9")
                @Max(value = 9, message = "must be 0 to 9")
                @Schema(nullable = true, defaultValue = "4")
                Integer priority) {

    public NewTrigger {
        enabled = enabled == null || enabled;
        inputs = inputs == null ? JsonNodeFactory.instance.objectNode() : inputs;
        priority = priority == null ? NewJob.USUAL_PRIORITY : priority;
    }

    /** Which events start a job: those that fit all that is said. */
    @Schema(additionalProperties = Schema.False.class)
    public record EventRule(
            @NotNull(message = "is required") @Schema(examples = "fleet.schedules") String topic,
            @Schema(nullable = true, description = "The event's type; any if absent.") String type,
            @Size(max = 20, message = "must be at most 20")
                    @Schema(nullable = true, description = "Attributes of the CloudEvent that must have these values.")
                    Map<String, @NotNull(message = "is required") String> attributes,
            @Schema(
                            nullable = true,
                            type = SchemaType.OBJECT,
                            implementation = Object.class,
                            description = "JSON pointers into its data and the values that must be there, at most 20.")
                    ObjectNode data) {

        public EventRule {
            attributes = attributes == null ? Map.of() : attributes;
            data = data == null ? JsonNodeFactory.instance.objectNode() : data;
        }
    }

    /** A schedule. */
    @Schema(additionalProperties = Schema.False.class)
    public record CronRule(
            @NotNull(message = "is required")
                    @Size(max = 200, message = "must be at most 200 characters")
                    @Schema(description = "Minute, hour, day of month, month, day of week.", examples = "0 6 * * 1-5")
                    String expression,
            @Schema(nullable = true, defaultValue = "UTC", description = "IANA name.", examples = "Europe/Oslo")
                    String zone) {

        public CronRule {
            zone = zone == null ? "UTC" : zone;
        }
    }

    /** The same, switched off. */
    NewTrigger off() {
        return new NewTrigger(name, false, event, cron, process, inputs, project, priority);
    }

    /** The job that it starts with these inputs. */
    NewJob job(ObjectNode filled) {
        return NewJob.of(process, filled, project, priority);
    }
}
