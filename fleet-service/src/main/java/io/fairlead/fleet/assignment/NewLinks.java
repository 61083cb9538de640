package io.fairlead.fleet.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The vessels to link to a schedule. */
@Schema(additionalProperties = Schema.False.class)
public record NewLinks(@NotNull @Size(min = 1, max = Assignments.MOST_VESSELS) List<@NotNull @Valid NewLink> vessels) {}
