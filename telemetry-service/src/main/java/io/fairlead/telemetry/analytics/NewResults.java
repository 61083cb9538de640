package io.fairlead.telemetry.analytics;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several results to publish, for the document. */
@Schema(
        type = SchemaType.ARRAY,
        implementation = NewResult.class,
        minItems = 1,
        maxItems = Publication.MOST,
        description = "Several results to publish, all or none.")
final class NewResults {

    private NewResults() {}
}
