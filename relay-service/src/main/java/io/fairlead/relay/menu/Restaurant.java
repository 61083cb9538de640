package io.fairlead.relay.menu;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restaurant as the list of all has it. */
public record Restaurant(
        @Schema(description = "What its own page is found under.", examples = "quayside") String identifier,
        @Schema(examples = "Quayside") String name) {}
