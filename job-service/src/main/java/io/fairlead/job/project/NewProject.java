package io.fairlead.job.project;

import io.fairlead.core.json.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project to make; also what of a project can be changed, all but its id. */
@Schema(additionalProperties = Schema.False.class)
public record NewProject(
        @NotNull(message = "is required")
                @Pattern(regexp = ID, message = ID_MESSAGE)
                @Schema(description = "What jobs name it by; never changes.", examples = "north-sea")
                String id,
        @NotNull(message = "is required")
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200, message = "must be at most 200 characters")
                @Schema(examples = "North Sea retrofit")
                String name,
        @Size(max = 4000, message = "must be at most 4000 characters") @Schema(nullable = true) String description,
        @Schema(nullable = true, defaultValue = "false", description = "Whether it takes no more jobs.")
                Boolean archived) {

    /** What a project's id looks like. */
    public static final String ID = "^[a-z0-9][a-z0-9._-]{0,63}$";

    /** How that is told to a person. */
    public static final String ID_MESSAGE = "must be 1 to 64 of a-z, 0-9, '.', '_', '-'";

    public NewProject {
        archived = archived != null && archived;
    }

    static NewProject of(Project project) {
        return new NewProject(project.id(), project.name(), project.description(), project.archived());
    }
}
